package io.laguna.emulator.redshift.server;

import io.laguna.emulator.redshift.record.PortRecords;
import io.laguna.engines.process.Ports;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The choice of clusters' ports: the wanted one, or the next that is free; a cluster keeps its own. */
public final class ClusterPorts {
    private static final int LAST = 65_535;

    private final ServerSettings settings;

    public ClusterPorts(ServerSettings settings) {
        this.settings = settings;
    }

    /**
     * Takes a port for a cluster.
     *
     * @param wanted the port of the request; Redshift's usual one stands for the first port of this lake
     */
    public int take(Handle handle, UUID namespace, int wanted) {
        PortRecords records = new PortRecords(handle);
        if (settings.firstPort() == 0) {
            int free = Ports.claim("redshift", 0);
            return records.take(free, namespace) ? free : take(handle, namespace, wanted);
        }
        Set<Integer> taken = records.taken();
        int first = wanted == ServerSettings.USUAL_PORT ? settings.firstPort() : wanted;
        for (int port = first; port <= LAST; port++) {
            if (!taken.contains(port) && isFree(port) && records.take(port, namespace)) {
                return port;
            }
        }
        throw new IllegalStateException("No port from " + first + " on is free for a Redshift cluster");
    }

    private boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(settings.address(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
