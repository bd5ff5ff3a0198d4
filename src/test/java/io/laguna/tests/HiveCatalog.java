package io.laguna.tests;

import io.trino.hive.thrift.metastore.Database;
import io.trino.hive.thrift.metastore.FieldSchema;
import io.trino.hive.thrift.metastore.NoSuchObjectException;
import io.trino.hive.thrift.metastore.Partition;
import io.trino.hive.thrift.metastore.Table;
import io.trino.hive.thrift.metastore.ThriftHiveMetastore;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.apache.thrift.TException;
import org.apache.thrift.protocol.TBinaryProtocol;
import org.apache.thrift.transport.TSocket;

/** A Hive client that is not Spark's. */
final class HiveCatalog implements AutoCloseable {
    private final TSocket socket;
    private final ThriftHiveMetastore.Client client;

    HiveCatalog(String address) {
        try {
            URI uri = URI.create(address);
            socket = new TSocket(uri.getHost(), uri.getPort(), 20_000);
            socket.open();
            client = new ThriftHiveMetastore.Client(new TBinaryProtocol(socket));
        } catch (TException e) {
            throw new AssertionError("No metastore at " + address, e);
        }
    }

    List<String> tables(String database) {
        try {
            return client.getAllTables(database).stream().sorted().toList();
        } catch (TException e) {
            throw new AssertionError(database, e);
        }
    }

    Table table(String database, String name) {
        try {
            return client.getTable(database, name);
        } catch (TException e) {
            throw new AssertionError(database + "." + name, e);
        }
    }

    Optional<Database> database(String name) {
        return find(() -> client.getDatabase(name));
    }

    Optional<Table> find(String database, String name) {
        return find(() -> client.getTable(database, name));
    }

    Optional<Partition> partition(String database, String table, String value) {
        return find(() -> client.getPartition(database, table, List.of(value)));
    }

    private static <T> Optional<T> find(Question<T> question) {
        try {
            return Optional.of(question.ask());
        } catch (NoSuchObjectException e) {
            return Optional.empty();
        } catch (TException e) {
            throw new AssertionError(e);
        }
    }

    private interface Question<T> {
        T ask() throws TException;
    }

    List<String> columns(String database, String name) {
        return table(database, name).getSd().getCols().stream()
                .map(FieldSchema::getName)
                .toList();
    }

    @Override
    public void close() {
        socket.close();
    }
}
