/** A container of an official image. */
export interface ContainerOrder {
  readonly image: string;
  /** Inside and outside the same, so that a member's own address is right on both sides. */
  readonly ports: readonly number[];
  readonly command: readonly string[];
  readonly entrypoint?: readonly string[];
  readonly environment?: Record<string, string>;
  readonly files?: readonly { content: string; target: string }[];
  /** Named volume that keeps the data, and where it is mounted. */
  readonly volume: { readonly name: string; readonly target: string };
  /** Removes the volume with the container. */
  readonly ephemeral: boolean;
}

/** Starts it through testcontainers, whose own reaper ends it when this process dies. Returns how to stop it. */
export async function runContainer(order: ContainerOrder): Promise<() => Promise<void>> {
  const { GenericContainer, getContainerRuntimeClient, Wait } = await import('testcontainers');
  const container = new GenericContainer(order.image)
    .withExposedPorts(...order.ports.map((port) => ({ container: port, host: port })))
    .withCommand([...order.command])
    .withEnvironment(order.environment ?? {})
    .withCopyContentToContainer((order.files ?? []).map((file) => ({ ...file })))
    .withBindMounts([{ source: order.volume.name, target: order.volume.target }])
    .withWaitStrategy(Wait.forListeningPorts());
  if (order.entrypoint) container.withEntrypoint([...order.entrypoint]);
  const started = await container.start();
  return async () => {
    await started.stop({ remove: true });
    if (!order.ephemeral) return;
    const client = await getContainerRuntimeClient();
    await client.container.dockerode.getVolume(order.volume.name).remove();
  };
}
