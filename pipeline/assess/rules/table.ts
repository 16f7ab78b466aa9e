import { catalogue } from './catalogue.js';
import { channel } from './channel.js';
import { concreteFact } from './concrete-fact.js';
import { consent } from './consent.js';
import { creditScore } from './credit-score.js';
import { criteriaLevel } from './criteria-level.js';
import { decision } from './decision.js';
import { directCitation } from './direct-citation.js';
import { disclosureBasis } from './disclosure-basis.js';
import { exitConditions } from './exit-conditions.js';
import { exitProcedure } from './exit-procedure.js';
import { findingBody } from './finding-body.js';
import { fourKinds } from './four-kinds.js';
import { heavier } from './heavier.js';
import { instrument } from './instrument.js';
import { leniency } from './leniency.js';
import { lifelongAuthorisation } from './lifelong-authorisation.js';
import { listBasis } from './list-basis.js';
import { masking } from './masking.js';
import { measuresList } from './measures-list.js';
import { minorFault } from './minor-fault.js';
import { minors } from './minors.js';
import { objection } from './objection.js';
import { period } from './period.js';
import { personalPublication } from './personal-publication.js';
import { priorNotice } from './prior-notice.js';
import { queryControl } from './query-control.js';
import { remedy } from './remedy.js';
import { repairDeadline } from './repair-deadline.js';
import { repairEffect } from './repair-effect.js';
import { repairFee } from './repair-fee.js';
import { repairRefused } from './repair-refused.js';
import { repairRule } from './repair-rule.js';
import type { Rule } from './rule.js';
import { sharingScope } from './sharing-scope.js';
import { thirdParties } from './third-parties.js';
import { unrelatedMeasure } from './unrelated-measure.js';
import { unverifiedSource } from './unverified-source.js';

/** Every rule, in the order of the articles of 国办发〔2020〕49号. */
export const RULES: readonly Rule[] = [
  disclosureBasis,
  catalogue,
  unverifiedSource,
  instrument,
  sharingScope,
  personalPublication,
  masking,
  channel,
  period,
  listBasis,
  fourKinds,
  criteriaLevel,
  exitConditions,
  exitProcedure,
  remedy,
  priorNotice,
  objection,
  decision,
  findingBody,
  directCitation,
  concreteFact,
  thirdParties,
  measuresList,
  heavier,
  minorFault,
  unrelatedMeasure,
  repairRule,
  repairRefused,
  repairEffect,
  repairFee,
  repairDeadline,
  queryControl,
  consent,
  lifelongAuthorisation,
  minors,
  leniency,
  creditScore,
];
