// Reads a policy from a file: one by itself, or in settings as `data-config` names them, with their addresses.
import { readText } from './read-text.mjs';

const MAX_BYTES = 5_000_000;

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

function parse(file, text) {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${file} is not JSON: ${error.message}`, { cause: error });
  }
}

/** Members that settings have and no policy has. */
const areSettings = (json) => ['policy', 'endpoint', 'proofEndpoint'].some((name) => name in json);

/** @param file its name, or `-` for standard input. */
export async function readSettings(file) {
  const json = parse(file, await readText(file, MAX_BYTES));
  if (!isObject(json)) throw new Error(`${file}: expected a policy or settings, an object`);
  if (!areSettings(json)) return { policy: json, isSettings: false };
  const { policy = {}, endpoint, proofEndpoint } = json;
  if (!isObject(policy)) {
    throw new Error(`${file}: policy: expected the policy itself, not the address of one`);
  }
  return { policy, endpoint, proofEndpoint, isSettings: true };
}
