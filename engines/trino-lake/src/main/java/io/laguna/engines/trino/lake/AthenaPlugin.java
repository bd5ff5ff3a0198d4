package io.laguna.engines.trino.lake;

import io.trino.spi.Plugin;
import io.trino.spi.connector.ConnectorFactory;
import java.util.List;

/** The plugin of Trino that brings the connector {@code athena}. */
public final class AthenaPlugin implements Plugin {
    @Override
    public Iterable<ConnectorFactory> getConnectorFactories() {
        return List.of(new AthenaConnectorFactory());
    }
}
