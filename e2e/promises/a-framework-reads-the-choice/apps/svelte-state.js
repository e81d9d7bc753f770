// A module of its own, as an application shares state.
import { useConsent } from 'social9-consent/svelte';

export const both = useConsent('analytics social');
export const social = useConsent('social');
