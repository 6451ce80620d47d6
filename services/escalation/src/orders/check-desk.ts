import { Problem } from '#platform';
import type { Tx } from '#platform';

/** Units that a refusal names, the nearest above the accused first. */
const named = 5;

/**
 * 回避: who is accused is not supervised by their own unit, nor by one beneath it. An accused of whom no unit is known
 * may be supervised by any, and so may one beneath whose unit the whole house lies: it has no other.
 * @throws Problem `validation` that says which units fit
 */
export async function requireOtherDesk(tx: Tx, accused: string, desk: string): Promise<void> {
  const fitting = await tx.query<{ code: string }>(
    `with recursive own (code) as (
       select unit from agents where id = $1 and unit is not null
       union select d.code from own o join directory d on d.kind = 'unit' and d.parent = o.code
     ), above (code, way) as (
       select unit, array[unit] from agents where id = $1 and unit is not null
       union all select u.parent, a.way || u.parent from above a
         join directory u on u.kind = 'unit' and u.code = a.code
         where u.parent is not null and u.parent <> all(a.way)
     )
     select d.code from directory d left join above a on a.code = d.code
      where d.kind = 'unit' and d.active and d.code not in (select code from own)
        and $2 in (select code from own)
      order by cardinality(a.way), d.code limit ${named}`,
    [accused, desk],
  );
  if (fitting.length === 0) return;
  const units = fitting.map(({ code }) => code).join(', ');
  const message = `${desk} is the unit of ${accused} or beneath it: name another one, as ${units}`;
  throw new Problem('validation', { errors: [{ path: 'desk', rule: 'own-unit', message }] });
}
