import { toProblem, unreachable } from './problem';

/** How far a download is: bytes that came, and all of them once the server has said how many. */
export type Progress = { bytes: number; of?: number };

/** Fetches a file and tells how far it is; what the server refuses is a problem, not a file. */
export async function fetchFile(
  address: string,
  onProgress: (progress: Progress) => void,
): Promise<Blob> {
  try {
    const response = await fetch(address, { credentials: 'same-origin', cache: 'no-store' });
    if (!response.ok || !response.body) throw await refused(response);
    const length = Number(response.headers.get('Content-Length'));
    const parts: BlobPart[] = [];
    let bytes = 0;
    const reader = response.body.getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      parts.push(part.value);
      bytes += part.value.byteLength;
      onProgress({ bytes, ...(length > 0 && { of: length }) });
    }
    return new Blob(parts, { type: response.headers.get('Content-Type') ?? '' });
  } catch (error) {
    throw error instanceof TypeError ? unreachable() : error;
  }
}

async function refused(response: Response) {
  const body: unknown = await response.json().catch(() => undefined);
  return toProblem(response.status, body);
}

/** Hands a file to the browser. */
export function saveFile(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
