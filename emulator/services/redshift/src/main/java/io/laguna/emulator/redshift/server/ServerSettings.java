package io.laguna.emulator.redshift.server;

import io.laguna.emulator.redshift.session.Carriers;
import io.laguna.emulator.redshift.session.ClusterScope;
import io.laguna.engines.process.Workspace;
import java.util.function.Function;

/**
 * How clusters are served.
 *
 * @param address the address that their ports bind
 * @param host the name by which clients are told to reach them
 * @param firstPort the port of the first cluster, and the least of the others; 0 takes any free ones
 * @param carriers what carries out the statements of a cluster that are not the engine's alone
 */
public record ServerSettings(
        Workspace workspace, String address, String host, int firstPort, Function<ClusterScope, Carriers> carriers) {
    /** The port of a cluster on AWS. */
    public static final int USUAL_PORT = 5439;

    /** Returns settings for this machine alone. */
    public static ServerSettings local(Workspace workspace, int firstPort, Function<ClusterScope, Carriers> carriers) {
        return new ServerSettings(workspace, "127.0.0.1", "localhost", firstPort, carriers);
    }
}
