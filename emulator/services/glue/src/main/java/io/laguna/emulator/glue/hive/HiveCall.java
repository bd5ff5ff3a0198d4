package io.laguna.emulator.glue.hive;

import io.trino.hive.thrift.metastore.ThriftHiveMetastore;
import org.apache.thrift.TException;

/** A call, or several calls, on one connection to the metastore. */
@FunctionalInterface
public interface HiveCall<T> {
    T on(ThriftHiveMetastore.Iface metastore) throws TException;

    /** A call that returns nothing. */
    @FunctionalInterface
    interface Silent {
        void on(ThriftHiveMetastore.Iface metastore) throws TException;
    }
}
