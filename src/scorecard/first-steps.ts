import { HOURS } from '../registers/settings';
import { isYes } from '../schema/conditions';
import { setting } from '../registers/formulas';
import { to, type Places } from './places';

/** What is left to do after a set-up: a line each, until it is done or nobody wants to see it. */
export function firstSteps({ money }: Places): { holds: string; say: string; tab: 'Settings' | 'KPIs' | 'Terms' }[] {
  const parties = `COUNTA(${to('parties.party')})`;
  const rates = `COUNTIFS(${to('kinds.unit')},"${HOURS}",${to('kinds.unitValue')},">0")`;
  const steps = [
    {
      holds: `(COUNT(${to('parties.hourlyRate')})<${parties})*(${rates}=0)`,
      say: 'say what an hour of each side is worth',
      tab: 'Settings' as const,
    },
    {
      holds: `COUNTA(${to('parties.email')})<${parties}`,
      say: 'write down the other side’s e-mail address',
      tab: 'Settings' as const,
    },
    { holds: `COUNTA(${to('kpis.kpi')})=0`, say: 'agree on a first KPI', tab: 'KPIs' as const },
    ...(money
      ? [{ holds: `COUNTA(${to('terms.term')})=0`, say: 'write down who gets what', tab: 'Terms' as const }]
      : []),
    {
      holds: `NOT(${isYes(setting('shared'))})`,
      say: 'share this sheet with the other side',
      tab: 'Settings' as const,
    },
  ];
  return steps.map(({ holds, ...step }) => ({
    ...step,
    holds: `(${parties}>0)*(${setting('firstSteps')}<>"no")*(${holds})`,
  }));
}
