export { findTerritory, holdsIn, territoryName, territoryOfNumber } from './territories.js';
