import { refuse } from '../rules/api-refusal.ts';
import type { Corp } from '../state/corp.ts';

/** Refuses an agentid that is missing (40056) or not the one the token belongs to (301002). */
export function requireAgentId(agentId: number | undefined, corp: Corp): void {
  if (agentId === undefined) return refuse(40056, 'invalid agentid: missing');
  if (agentId !== corp.credentials.agentId)
    refuse(301002, 'not allow operate another agent with this accesstoken');
}

/** The agentid of the menu and agent APIs, which stands in the query (protocol §4.7, §4.11). */
export function requireAgentIdInQuery(query: URLSearchParams, corp: Corp): void {
  const agentId = query.get('agentid') ?? '';
  requireAgentId(/^\d{1,15}$/.test(agentId) ? Number(agentId) : undefined, corp);
}
