package io.laguna.engines.trino.geo;

import io.trino.spi.Plugin;
import io.trino.spi.type.Type;
import java.util.List;
import java.util.Set;

/**
 * The plugin of Trino that brings the geospatial types and functions. Trino's own plugin is not published where its
 * connectors are.
 *
 * @see <a href="https://docs.aws.amazon.com/athena/latest/ug/geospatial-functions-list.html">Geospatial functions</a>
 * @see <a href="https://trino.io/docs/current/functions/geospatial.html">The functions in Trino</a>
 */
public final class GeoPlugin implements Plugin {
    @Override
    public Iterable<Type> getTypes() {
        return List.of(GeometryType.GEOMETRY, GeometryType.SPHERICAL_GEOGRAPHY, BingTileType.BING_TILE);
    }

    @Override
    public Set<Class<?>> getFunctions() {
        return Set.of(
                Constructors.class,
                Texts.class,
                Relations.class,
                Operations.class,
                Measures.class,
                Parts.class,
                Sphere.class,
                BingTiles.class,
                UnionAggregate.class,
                HullAggregate.class);
    }
}
