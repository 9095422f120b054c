/** Packages that bring the shared libraries a real mongod is linked to, by the family of the system. */
const packages: Readonly<Record<string, { debian: string; fedora: string }>> = {
  'libcurl.so.4': { debian: 'libcurl4', fedora: 'libcurl' },
  'libssl.so.3': { debian: 'libssl3', fedora: 'openssl-libs' },
  'libcrypto.so.3': { debian: 'libssl3', fedora: 'openssl-libs' },
  'liblzma.so.5': { debian: 'liblzma5', fedora: 'xz-libs' },
  'libresolv.so.2': { debian: 'libc6', fedora: 'glibc' },
};

/** Turns the loader's complaint (exit 127) into what to install. */
export function missingLibrarySentence(path: string, loaderOutput: string): string {
  const library = /loading shared libraries: ([^:\s]+)/.exec(loaderOutput)?.[1];
  if (!library) return `${path} cannot be loaded on this system (exit 127): ${loaderOutput.trim()}`;
  const known = packages[library];
  const install = known
    ? `install it with "apt-get install ${known.debian}" (Debian, Ubuntu) or "dnf install ${known.fedora}" (Fedora, RHEL)`
    : 'install the package of your system that brings it';
  return `${path} needs the library ${library}, which is not here: ${install}`;
}
