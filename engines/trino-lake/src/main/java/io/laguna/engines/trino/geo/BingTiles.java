package io.laguna.engines.trino.geo;

import io.airlift.slice.Slice;
import io.airlift.slice.Slices;
import io.trino.spi.block.Block;
import io.trino.spi.block.BlockBuilder;
import io.trino.spi.block.RowValueBuilder;
import io.trino.spi.block.SqlRow;
import io.trino.spi.function.Description;
import io.trino.spi.function.ScalarFunction;
import io.trino.spi.function.SqlType;
import io.trino.spi.type.IntegerType;
import io.trino.spi.type.RowType;
import io.trino.spi.type.StandardTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * The functions of Bing's tiles.
 *
 * @see <a href="https://docs.aws.amazon.com/athena/latest/ug/geospatial-functions-list-v2-bing-tile-functions.html">Bing
 *     tile functions</a>
 */
public final class BingTiles {
    private static final long MOST_TILES = 1_000_000;

    private static final RowType COORDINATES =
            RowType.rowType(RowType.field("x", IntegerType.INTEGER), RowType.field("y", IntegerType.INTEGER));

    private BingTiles() {}

    @Description("Returns the tile of a column and a row")
    @ScalarFunction("bing_tile")
    @SqlType(StandardTypes.BING_TILE)
    public static long tile(
            @SqlType(StandardTypes.INTEGER) long x,
            @SqlType(StandardTypes.INTEGER) long y,
            @SqlType(StandardTypes.INTEGER) long zoom) {
        return new BingTile((int) x, (int) y, (int) zoom).value();
    }

    @Description("Returns the tile of a quadkey")
    @ScalarFunction("bing_tile")
    @SqlType(StandardTypes.BING_TILE)
    public static long tile(@SqlType(StandardTypes.VARCHAR) Slice quadkey) {
        return BingTile.ofQuadkey(quadkey.toStringUtf8()).value();
    }

    @Description("Returns the tile at a place")
    @ScalarFunction("bing_tile_at")
    @SqlType(StandardTypes.BING_TILE)
    public static long tileAt(
            @SqlType(StandardTypes.DOUBLE) double latitude,
            @SqlType(StandardTypes.DOUBLE) double longitude,
            @SqlType(StandardTypes.INTEGER) long zoom) {
        return BingTile.at(latitude, longitude, (int) zoom).value();
    }

    @Description("Returns the tile at a place with those beside it")
    @ScalarFunction("bing_tiles_around")
    @SqlType("array(BingTile)")
    public static Block around(
            @SqlType(StandardTypes.DOUBLE) double latitude,
            @SqlType(StandardTypes.DOUBLE) double longitude,
            @SqlType(StandardTypes.INTEGER) long zoom) {
        BingTile middle = BingTile.at(latitude, longitude, (int) zoom);
        int last = (1 << zoom) - 1;
        BingTile first = new BingTile(Math.max(middle.x() - 1, 0), Math.max(middle.y() - 1, 0), middle.zoom());
        BingTile end = new BingTile(Math.min(middle.x() + 1, last), Math.min(middle.y() + 1, last), middle.zoom());
        return array(between(first, end, tile -> true));
    }

    @Description("Returns the tiles that a circle on the earth touches")
    @ScalarFunction("bing_tiles_around")
    @SqlType("array(BingTile)")
    public static Block around(
            @SqlType(StandardTypes.DOUBLE) double latitude,
            @SqlType(StandardTypes.DOUBLE) double longitude,
            @SqlType(StandardTypes.INTEGER) long zoom,
            @SqlType(StandardTypes.DOUBLE) double kilometres) {
        if (!(kilometres >= 0 && kilometres <= 1_000)) {
            throw Shapes.invalid("Radius in km must be between 0 and 1,000");
        }
        BingTile.at(latitude, longitude, (int) zoom);
        Coordinate middle = new Coordinate(longitude, latitude);
        List<BingTile> tiles = new ArrayList<>();
        for (Envelope part : Sphere.around(middle, kilometres)) {
            tiles.addAll(
                    covering(part, (int) zoom, tile -> Sphere.kilometres(middle, nearest(tile, middle)) <= kilometres));
        }
        return array(tiles);
    }

    @Description("Returns the column and the row of a tile")
    @ScalarFunction("bing_tile_coordinates")
    @SqlType("row(x integer,y integer)")
    public static SqlRow coordinates(@SqlType(StandardTypes.BING_TILE) long value) {
        BingTile tile = BingTile.read(value);
        return RowValueBuilder.buildRowValue(COORDINATES, fields -> {
            IntegerType.INTEGER.writeLong(fields.get(0), tile.x());
            IntegerType.INTEGER.writeLong(fields.get(1), tile.y());
        });
    }

    @Description("Returns the area of a tile")
    @ScalarFunction("bing_tile_polygon")
    @SqlType(StandardTypes.GEOMETRY)
    public static Slice polygon(@SqlType(StandardTypes.BING_TILE) long value) {
        Envelope bounds = BingTile.read(value).bounds();
        Coordinate corner = new Coordinate(bounds.getMinX(), bounds.getMinY());
        return Shapes.write(Shapes.FACTORY.createPolygon(new Coordinate[] {
            corner,
            new Coordinate(bounds.getMaxX(), bounds.getMinY()),
            new Coordinate(bounds.getMaxX(), bounds.getMaxY()),
            new Coordinate(bounds.getMinX(), bounds.getMaxY()),
            corner
        }));
    }

    @Description("Returns the quadkey of a tile")
    @ScalarFunction("bing_tile_quadkey")
    @SqlType(StandardTypes.VARCHAR)
    public static Slice quadkey(@SqlType(StandardTypes.BING_TILE) long tile) {
        return Slices.utf8Slice(BingTile.read(tile).quadkey());
    }

    @Description("Returns the level of a tile")
    @ScalarFunction("bing_tile_zoom_level")
    @SqlType(StandardTypes.TINYINT)
    public static long zoom(@SqlType(StandardTypes.BING_TILE) long tile) {
        return BingTile.read(tile).zoom();
    }

    @Description("Returns the fewest tiles that cover a geometry")
    @ScalarFunction("geometry_to_bing_tiles")
    @SqlType("array(BingTile)")
    public static Block covering(
            @SqlType(StandardTypes.GEOMETRY) Slice geometry, @SqlType(StandardTypes.INTEGER) long zoom) {
        Geometry shape = Shapes.read(geometry);
        if (shape.isEmpty()) {
            return array(List.of());
        }
        if (shape instanceof Point point) {
            return array(List.of(BingTile.at(point.getY(), point.getX(), (int) zoom)));
        }
        PreparedGeometry prepared = PreparedGeometryFactory.prepare(shape);
        return array(covering(
                shape.getEnvelopeInternal(),
                (int) zoom,
                tile -> prepared.intersects(Shapes.FACTORY.toGeometry(tile.bounds()))));
    }

    /** Returns the tiles that cover a rectangle and pass the test; a tile that it only touches is not among them. */
    private static List<BingTile> covering(Envelope area, int zoom, Predicate<BingTile> test) {
        BingTile first = BingTile.at(area.getMaxY(), area.getMinX(), zoom);
        BingTile end = BingTile.at(area.getMinY(), area.getMaxX(), zoom);
        int x = end.x() > first.x() && end.bounds().getMinX() >= area.getMaxX() ? end.x() - 1 : end.x();
        int y = end.y() > first.y() && end.bounds().getMaxY() <= area.getMinY() ? end.y() - 1 : end.y();
        return between(first, new BingTile(x, y, zoom), test);
    }

    private static List<BingTile> between(BingTile first, BingTile last, Predicate<BingTile> test) {
        long most = (last.x() - first.x() + 1L) * (last.y() - first.y() + 1L);
        if (most > MOST_TILES) {
            throw Shapes.invalid("The zoom level is too high: " + most + " tiles would have to be looked at, more than "
                    + MOST_TILES);
        }
        List<BingTile> tiles = new ArrayList<>();
        for (int x = first.x(); x <= last.x(); x++) {
            for (int y = first.y(); y <= last.y(); y++) {
                BingTile tile = new BingTile(x, y, first.zoom());
                if (test.test(tile)) {
                    tiles.add(tile);
                }
            }
        }
        return tiles;
    }

    /** Returns the place of a tile that is nearest to another place, seen on the map. */
    private static Coordinate nearest(BingTile tile, Coordinate to) {
        Envelope bounds = tile.bounds();
        double west = Math.abs(bounds.getMinX() - to.x);
        double east = Math.abs(bounds.getMaxX() - to.x);
        boolean inside = bounds.getMinX() <= to.x && to.x <= bounds.getMaxX();
        boolean isWestNearer = Math.min(west, 360 - west) <= Math.min(east, 360 - east);
        double x = inside ? to.x : isWestNearer ? bounds.getMinX() : bounds.getMaxX();
        return new Coordinate(x, Math.min(Math.max(to.y, bounds.getMinY()), bounds.getMaxY()));
    }

    private static Block array(List<BingTile> tiles) {
        BlockBuilder builder = BingTileType.BING_TILE.createFixedSizeBlockBuilder(tiles.size());
        tiles.forEach(tile -> BingTileType.BING_TILE.writeLong(builder, tile.value()));
        return builder.build();
    }
}
