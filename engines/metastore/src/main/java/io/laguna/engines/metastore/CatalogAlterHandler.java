package io.laguna.engines.metastore;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.apache.hadoop.hive.metastore.HiveAlterHandler;
import org.apache.hadoop.hive.metastore.IHMSHandler;
import org.apache.hadoop.hive.metastore.RawStore;
import org.apache.hadoop.hive.metastore.Warehouse;
import org.apache.hadoop.hive.metastore.api.EnvironmentContext;
import org.apache.hadoop.hive.metastore.api.InvalidOperationException;
import org.apache.hadoop.hive.metastore.api.MetaException;
import org.apache.hadoop.hive.metastore.api.Table;

/**
 * Hive's changes of tables, but Glue may change partition keys too, which Hive's own rule forbids: UpdateTable replaces
 * the definition, and clients write a table anew with other keys so. The rule compares the keys with those of the table
 * in the store: Glue is shown the new ones there.
 */
public final class CatalogAlterHandler extends HiveAlterHandler {
    @Override
    public void alterTable(
            RawStore store,
            Warehouse warehouse,
            String catalog,
            String database,
            String name,
            Table changed,
            EnvironmentContext context,
            IHMSHandler handler)
            throws InvalidOperationException, MetaException {
        RawStore seen = CatalogUser.isCalling() ? withKeysOf(changed, store) : store;
        super.alterTable(seen, warehouse, catalog, database, name, changed, context, handler);
    }

    private static RawStore withKeysOf(Table changed, RawStore store) {
        return (RawStore) Proxy.newProxyInstance(
                CatalogAlterHandler.class.getClassLoader(),
                new Class<?>[] {RawStore.class},
                (proxy, method, arguments) -> {
                    try {
                        Object result = method.invoke(store, arguments);
                        if (method.getName().equals("getTable") && result instanceof Table table) {
                            table.setPartitionKeys(changed.getPartitionKeys());
                        }
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
