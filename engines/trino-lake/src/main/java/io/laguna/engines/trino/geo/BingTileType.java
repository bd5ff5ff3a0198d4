package io.laguna.engines.trino.geo;

import io.trino.spi.block.Block;
import io.trino.spi.type.AbstractLongType;
import io.trino.spi.type.StandardTypes;
import io.trino.spi.type.TypeDescriptor;
import java.util.LinkedHashMap;
import java.util.Map;

/** The type of Bing's tiles. Clients get a value as its column, its row and its level. */
final class BingTileType extends AbstractLongType {
    static final BingTileType BING_TILE = new BingTileType();

    private BingTileType() {
        super(new TypeDescriptor(StandardTypes.BING_TILE));
    }

    @Override
    public String getDisplayName() {
        return getBaseName();
    }

    @Override
    public boolean isOrderable() {
        return false;
    }

    @Override
    public Object getObjectValue(Block block, int position) {
        if (block.isNull(position)) {
            return null;
        }
        BingTile tile = BingTile.read(getLong(block, position));
        Map<String, Integer> value = new LinkedHashMap<>();
        value.put("x", tile.x());
        value.put("y", tile.y());
        value.put("zoom", tile.zoom());
        return value;
    }
}
