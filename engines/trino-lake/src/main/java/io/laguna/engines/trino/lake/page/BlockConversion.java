package io.laguna.engines.trino.lake.page;

import io.trino.spi.block.ArrayBlock;
import io.trino.spi.block.Bitmap;
import io.trino.spi.block.Block;
import io.trino.spi.block.BlockBuilder;
import io.trino.spi.block.ColumnarArray;
import io.trino.spi.block.ColumnarMap;
import io.trino.spi.block.RowBlock;
import io.trino.spi.type.ArrayType;
import io.trino.spi.type.MapType;
import io.trino.spi.type.RowType;
import io.trino.spi.type.Type;
import io.trino.spi.type.VarcharType;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** A conversion of a column's values, read as texts, into values of its type. */
@FunctionalInterface
interface BlockConversion {
    Block convert(Block texts);

    /** Returns the conversion into a type. */
    static BlockConversion to(Type type, TextRules rules, ValueReaders values) {
        if (rules.textOf(type).equals(type)) {
            return texts -> texts;
        }
        if (type instanceof ArrayType array) {
            return array(to(array.getElementType(), rules, values));
        }
        if (type instanceof MapType map) {
            return map(map, to(map.getKeyType(), rules, values), to(map.getValueType(), rules, values));
        }
        if (type instanceof RowType row) {
            return row(row.getFields().stream()
                    .map(field -> to(field.getType(), rules, values))
                    .toList());
        }
        return scalar(type, values.of(type));
    }

    private static BlockConversion scalar(Type type, ValueReader reader) {
        return texts -> {
            BlockBuilder built = type.createBlockBuilder(null, texts.getPositionCount());
            for (int at = 0; at < texts.getPositionCount(); at++) {
                if (texts.isNull(at)) {
                    built.appendNull();
                } else {
                    reader.read(VarcharType.VARCHAR.getSlice(texts, at).toStringUtf8(), built);
                }
            }
            return built.build();
        };
    }

    private static BlockConversion array(BlockConversion elements) {
        return texts -> {
            ColumnarArray array = ColumnarArray.toColumnarArray(texts);
            int[] offsets = offsets(array.getPositionCount(), array::getOffset);
            return ArrayBlock.fromElementBlock(
                    array.getPositionCount(),
                    valid(array.getPositionCount(), array::isNull),
                    offsets,
                    elements.convert(array.getElementsBlock()));
        };
    }

    private static BlockConversion map(MapType type, BlockConversion keys, BlockConversion values) {
        return texts -> {
            ColumnarMap map = ColumnarMap.toColumnarMap(texts);
            return type.createBlockFromKeyValue(
                    valid(map.getPositionCount(), map::isNull),
                    offsets(map.getPositionCount(), map::getOffset),
                    keys.convert(map.getKeysBlock()),
                    values.convert(map.getValuesBlock()));
        };
    }

    private static BlockConversion row(List<BlockConversion> fields) {
        return texts -> {
            List<Block> read = RowBlock.getRowFieldsFromBlock(texts);
            return RowBlock.fromNotNullSuppressedFieldBlocks(
                    texts.getPositionCount(),
                    valid(texts.getPositionCount(), texts::isNull),
                    IntStream.range(0, fields.size())
                            .mapToObj(at -> fields.get(at).convert(read.get(at)))
                            .toArray(Block[]::new));
        };
    }

    /** Returns a bit for each position, which is set where there is a value. */
    private static Optional<long[]> valid(int positions, IntPredicate isNull) {
        if (IntStream.range(0, positions).noneMatch(isNull)) {
            return Optional.empty();
        }
        long[] valid = Bitmap.allocateWords(positions, true);
        IntStream.range(0, positions).filter(isNull).forEach(at -> Bitmap.clear(valid, 0, at));
        return Optional.of(valid);
    }

    private static int[] offsets(int positions, IntUnaryOperator offset) {
        int start = offset.applyAsInt(0);
        return IntStream.rangeClosed(0, positions)
                .map(at -> offset.applyAsInt(at) - start)
                .toArray();
    }
}
