package io.laguna.engines.trino.lake;

import com.google.inject.Injector;
import io.laguna.engines.trino.lake.call.Forwarding;
import io.laguna.engines.trino.lake.files.LakeFiles;
import io.laguna.engines.trino.lake.page.ColumnAccess;
import io.laguna.engines.trino.lake.page.LakePageSources;
import io.trino.metastore.HiveMetastore;
import io.trino.plugin.base.classloader.ClassLoaderSafeConnectorPageSourceProvider;
import io.trino.plugin.hive.HiveConnector;
import io.trino.plugin.hive.HiveConnectorFactory;
import io.trino.spi.connector.Connector;
import io.trino.spi.connector.ConnectorContext;
import io.trino.spi.connector.ConnectorFactory;
import io.trino.spi.connector.ConnectorPageSinkProvider;
import io.trino.spi.connector.ConnectorPageSourceProvider;
import io.trino.spi.connector.ConnectorPageSourceProviderFactory;
import java.util.Map;
import java.util.Optional;

/**
 * The maker of Trino's Hive connector for a metastore that is reached by Thrift, with Athena's rules between the connector
 * and the metastore, and between the connector and the files.
 */
final class AthenaConnectorFactory implements ConnectorFactory {
    @Override
    public String getName() {
        return "athena";
    }

    @Override
    public Connector create(String catalog, Map<String, String> config, ConnectorContext context) {
        ColumnAccess access = new ColumnAccess();
        LakeFiles files = new LakeFiles();
        LakeMetastore metastore = new LakeMetastore(access);
        HiveConnector hive = (HiveConnector) HiveConnectorFactory.createConnector(
                catalog,
                config,
                context,
                ThriftModule::new,
                Optional.of(Forwarding.to(HiveMetastore.class, metastore)),
                false,
                Optional.of(files));
        Injector injector = hive.getInjector();
        files.use(injector);
        metastore.use(injector);
        ConnectorPageSourceProvider pages = new ClassLoaderSafeConnectorPageSourceProvider(
                LakePageSources.of(injector, access), AthenaConnectorFactory.class.getClassLoader());
        ConnectorPageSourceProviderFactory factory = () -> pages;
        ConnectorPageSinkProvider sinks = WritableTables.of(hive.getPageSinkProvider());
        return Forwarding.to(Connector.class, (method, arguments) -> switch (method.getName()) {
            case "getPageSourceProvider" -> pages;
            case "getPageSourceProviderFactory" -> factory;
            case "getPageSinkProvider" -> sinks;
            default -> Forwarding.call(method, hive, arguments);
        });
    }
}
