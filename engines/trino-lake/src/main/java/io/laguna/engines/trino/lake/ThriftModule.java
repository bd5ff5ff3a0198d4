package io.laguna.engines.trino.lake;

import static com.google.inject.multibindings.OptionalBinder.newOptionalBinder;
import static io.airlift.configuration.ConfigBinder.configBinder;

import com.google.inject.Binder;
import com.google.inject.Key;
import com.google.inject.Scopes;
import io.airlift.bootstrap.ClosingBinder;
import io.airlift.configuration.AbstractConfigurationAwareModule;
import io.trino.filesystem.cache.NoopSplitAffinityProvider;
import io.trino.filesystem.cache.SplitAffinityProvider;
import io.trino.filesystem.s3.S3FileSystemModule;
import io.trino.plugin.base.security.UserNameProvider;
import io.trino.plugin.hive.metastore.thrift.DefaultThriftMetastoreClientFactory;
import io.trino.plugin.hive.metastore.thrift.ForHiveMetastore;
import io.trino.plugin.hive.metastore.thrift.StaticMetastoreConfig;
import io.trino.plugin.hive.metastore.thrift.StaticTokenAwareMetastoreClientFactory;
import io.trino.plugin.hive.metastore.thrift.ThriftHiveMetastoreFactory;
import io.trino.plugin.hive.metastore.thrift.ThriftHiveWriteStatisticsExecutor;
import io.trino.plugin.hive.metastore.thrift.ThriftMetastoreAuthenticationModule;
import io.trino.plugin.hive.metastore.thrift.ThriftMetastoreClientFactory;
import io.trino.plugin.hive.metastore.thrift.ThriftMetastoreConfig;
import io.trino.plugin.hive.metastore.thrift.ThriftMetastoreFactory;
import io.trino.plugin.hive.metastore.thrift.TokenAwareMetastoreClientFactory;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The parts of Trino's that reach a metastore by Thrift, and files on S3: the metastore itself is a {@link LakeMetastore}.
 */
final class ThriftModule extends AbstractConfigurationAwareModule {
    @Override
    protected void setup(Binder binder) {
        install(new S3FileSystemModule());
        binder.bind(SplitAffinityProvider.class)
                .to(NoopSplitAffinityProvider.class)
                .in(Scopes.SINGLETON);
        configBinder(binder).bindConfig(StaticMetastoreConfig.class);
        configBinder(binder).bindConfig(ThriftMetastoreConfig.class);
        newOptionalBinder(binder, ThriftMetastoreClientFactory.class)
                .setDefault()
                .to(DefaultThriftMetastoreClientFactory.class)
                .in(Scopes.SINGLETON);
        newOptionalBinder(binder, Key.get(UserNameProvider.class, ForHiveMetastore.class))
                .setDefault()
                .toInstance(UserNameProvider.SIMPLE_USER_NAME_PROVIDER);
        binder.bind(TokenAwareMetastoreClientFactory.class)
                .to(StaticTokenAwareMetastoreClientFactory.class)
                .in(Scopes.SINGLETON);
        install(new ThriftMetastoreAuthenticationModule());
        Key<ExecutorService> statistics = Key.get(ExecutorService.class, ThriftHiveWriteStatisticsExecutor.class);
        binder.bind(statistics).toInstance(Executors.newCachedThreadPool());
        ClosingBinder.closingBinder(binder).registerExecutor(statistics);
        binder.bind(ThriftMetastoreFactory.class)
                .to(ThriftHiveMetastoreFactory.class)
                .in(Scopes.SINGLETON);
    }
}
