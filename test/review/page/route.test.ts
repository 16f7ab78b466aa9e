import { describe, expect, it } from 'vitest';
import { filtersOf, hashOf, routeOf } from '../../../review/page/state/route.js';

describe('the places of the page', () => {
  it.each([
    ['', 'list', null],
    ['#/', 'list', null],
    ['#/document/12', 'document', 12],
    ['#/document/0', 'list', null],
    ['#/document/12x', 'list', null],
    ['#/overview', 'overview', null],
    ['#/sign-in', 'sign-in', null],
    ['#/audit?number=2', 'audit', null],
    ['#/elsewhere', 'list', null],
    ['#main', 'list', null],
  ])('are told from the address: %s', (hash, place, document) => {
    expect(routeOf(hash)).toMatchObject({ place, document });
  });

  it('take filters along, whatever signs stand in them', () => {
    const query = { state: 'pending', issuer: '清水市城市管理局（A&B）', q: '“黑名单” #1?' };
    expect(routeOf(hashOf('document', query, 7))).toEqual({ place: 'document', document: 7, query });
  });

  it('leave out what is empty and what does not choose documents', () => {
    expect(hashOf('list', { state: '', q: undefined })).toBe('#/');
    expect(filtersOf({ state: 'pending', page: '3', passage: 'x' })).toEqual({ state: 'pending' });
  });
});
