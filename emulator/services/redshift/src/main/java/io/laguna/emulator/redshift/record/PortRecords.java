package io.laguna.emulator.redshift.record;

import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The ports that clusters and workgroups have, over one connection to the state. */
public record PortRecords(Handle handle) {
    public Set<Integer> taken() {
        return handle.select("select port from redshift_port")
                .mapTo(Integer.class)
                .set();
    }

    /** Gives a port to a cluster, and tells whether it was nobody's. */
    public boolean take(int port, UUID namespace) {
        return handle.execute(
                        "insert into redshift_port (port, namespace) values (?, ?) on conflict do nothing",
                        port,
                        namespace)
                > 0;
    }

    public void release(UUID namespace) {
        handle.execute("delete from redshift_port where namespace = ?", namespace);
    }
}
