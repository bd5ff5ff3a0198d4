package io.laguna.emulator.glue.hive;

import io.trino.hive.thrift.metastore.ThriftHiveMetastore;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import org.apache.thrift.TException;
import org.apache.thrift.protocol.TBinaryProtocol;
import org.apache.thrift.transport.TSocket;

/** An open connection to the metastore, for one call at a time. */
final class HiveConnection implements AutoCloseable {
    /** The name of the user as whom the catalog calls. */
    private static final String USER = "glue";

    private static final Duration CONNECT = Duration.ofSeconds(5);
    /** The time that an answer may take: a table of 100,000 partitions is slow to drop. */
    private static final Duration ANSWER = Duration.ofMinutes(2);

    private final TSocket socket;
    private final ThriftHiveMetastore.Client client;

    private HiveConnection(TSocket socket) throws TException {
        this.socket = socket;
        this.client = new ThriftHiveMetastore.Client(new TBinaryProtocol(socket));
    }

    /** Connects to {@code thrift://host:port}. */
    static HiveConnection open(URI address) throws TException {
        TSocket socket = new TSocket(
                new org.apache.thrift.TConfiguration(),
                address.getHost(),
                address.getPort(),
                (int) ANSWER.toMillis(),
                (int) CONNECT.toMillis());
        socket.open();
        try {
            HiveConnection connection = new HiveConnection(socket);
            connection.client.setUgi(USER, new ArrayList<>());
            return connection;
        } catch (TException e) {
            socket.close();
            throw e;
        }
    }

    ThriftHiveMetastore.Iface client() {
        return client;
    }

    @Override
    public void close() {
        socket.close();
    }
}
