import { hasRole, useSession } from '../session/session.js';
import { onDemand } from '../shared/on-demand.js';
import { loadTexts } from '../texts/load-texts.js';
import { features } from './features.js';

const parts = features.flatMap(({ name, everywhere }) => {
  if (!everywhere) return [];
  const { load, texts, roles } = everywhere;
  const Part = onDemand(async () => {
    const [{ Everywhere }] = await Promise.all([load(), ...texts.map(loadTexts)]);
    return Everywhere;
  });
  return [{ name, roles, Part }];
});

/** What features have on every screen, for the roles of whoever is signed in. */
export function EverywhereParts() {
  const session = useSession();
  return parts
    .filter(({ roles }) => hasRole(session, roles))
    .map(({ name, Part }) => <Part key={name} />);
}
