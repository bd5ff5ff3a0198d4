package io.laguna.engines.trino.geo;

import org.locationtech.jts.geom.Envelope;

/**
 * A tile of Bing's maps, which divide the world in Mercator's projection into 2^zoom columns and rows.
 *
 * @param x its column, counted from the west
 * @param y its row, counted from the north
 * @param zoom the level, from 0 to 23
 * @see <a href="https://learn.microsoft.com/en-us/bingmaps/articles/bing-maps-tile-system">Bing Maps Tile System</a>
 */
record BingTile(int x, int y, int zoom) {
    static final int DEEPEST = 23;
    static final double NORTHERNMOST = 85.05112878;

    private static final int BITS = 23;
    private static final int ZOOM_BITS = 5;
    private static final long MASK = (1L << BITS) - 1;

    BingTile {
        checkZoom(zoom);
        if (x < 0 || x >= across(zoom) || y < 0 || y >= across(zoom)) {
            throw Shapes.invalid("XY coordinates for a Bing tile at zoom level " + zoom + " must be within [0, "
                    + across(zoom) + ")");
        }
    }

    /** Returns the tile that a value of the type {@code BingTile} is. */
    static BingTile read(long value) {
        return new BingTile((int) (value >> ZOOM_BITS & MASK), (int) (value >> ZOOM_BITS + BITS & MASK), (int)
                (value & (1 << ZOOM_BITS) - 1));
    }

    long value() {
        return (long) y << ZOOM_BITS + BITS | (long) x << ZOOM_BITS | zoom;
    }

    /** Returns the tile of a quadkey: for each level a digit, whose first bit is the row's and whose second the column's. */
    static BingTile ofQuadkey(String key) {
        checkZoom(key.length());
        int x = 0;
        int y = 0;
        for (char digit : key.toCharArray()) {
            if (digit < '0' || digit > '3') {
                throw Shapes.invalid("Invalid QuadKey digit sequence: " + key);
            }
            int quarter = digit - '0';
            x = x << 1 | quarter & 1;
            y = y << 1 | quarter >> 1;
        }
        return new BingTile(x, y, key.length());
    }

    String quadkey() {
        StringBuilder key = new StringBuilder();
        for (int bit = zoom - 1; bit >= 0; bit--) {
            key.append((char) ('0' + (x >> bit & 1) + 2 * (y >> bit & 1)));
        }
        return key.toString();
    }

    /** Returns the tile in which a place is; a place on a border is in the tile to the south or east. */
    static BingTile at(double latitude, double longitude, int zoom) {
        if (!(Math.abs(latitude) <= NORTHERNMOST)) {
            throw Shapes.invalid("Latitude must be between -85.05112878 and 85.05112878");
        }
        if (!(Math.abs(longitude) <= 180)) {
            throw Shapes.invalid("Longitude must be between -180.0 and 180.0");
        }
        checkZoom(zoom);
        double sine = Math.sin(Math.toRadians(latitude));
        double down = 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
        return new BingTile(place((longitude + 180) / 360, zoom), place(down, zoom), zoom);
    }

    /** Returns the longitudes and latitudes between its borders. */
    Envelope bounds() {
        return new Envelope(longitude(x), longitude(x + 1), latitude(y), latitude(y + 1));
    }

    private static int place(double share, int zoom) {
        return Math.min(Math.max((int) Math.floor(share * across(zoom)), 0), across(zoom) - 1);
    }

    private double longitude(int column) {
        return 360.0 * column / across(zoom) - 180;
    }

    private double latitude(int row) {
        double up = 0.5 - (double) row / across(zoom);
        return 90 - 360 * Math.atan(Math.exp(-up * 2 * Math.PI)) / Math.PI;
    }

    private static int across(int zoom) {
        return 1 << zoom;
    }

    private static void checkZoom(int zoom) {
        if (zoom < 0 || zoom > DEEPEST) {
            throw Shapes.invalid("Zoom level must be between 0 and " + DEEPEST);
        }
    }
}
