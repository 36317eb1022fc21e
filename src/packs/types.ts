import type { Pack, Warning } from '../schema';

/** What an imported pack adds to one site. */
export interface Additions extends Pick<Pack, 'guides' | 'hints' | 'terms' | 'people'> {
  /** Warnings that hold nothing: what holds a choice must be there before the page, with the extension. */
  notes: Warning[];
}

/** A set of overlays that a structure wrote and a person added on this machine. */
export interface ImportedPack {
  /** Its maker's name for it: a newer one takes the place of an older one. */
  name: string;
  /** ISO day. */
  madeOn: string;
  /** The public key that signed it (SPKI, base64); none when nobody did. */
  key?: string | undefined;
  /** By site. */
  sites: Record<string, Additions>;
}
