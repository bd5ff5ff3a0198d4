package io.laguna.engines.trino.geo;

import io.airlift.slice.Slice;
import io.trino.spi.block.Block;
import io.trino.spi.block.BlockBuilder;
import io.trino.spi.block.VariableWidthBlock;
import io.trino.spi.block.VariableWidthBlockBuilder;
import io.trino.spi.type.AbstractVariableWidthType;
import io.trino.spi.type.StandardTypes;
import io.trino.spi.type.TypeDescriptor;
import io.trino.spi.type.TypeOperatorDeclaration;
import io.trino.spi.type.TypeOperators;

/** A type of geometries, on a plane or on a sphere. Clients get a value as Well-Known Text. */
final class GeometryType extends AbstractVariableWidthType {
    static final GeometryType GEOMETRY = new GeometryType(StandardTypes.GEOMETRY);
    static final GeometryType SPHERICAL_GEOGRAPHY = new GeometryType(StandardTypes.SPHERICAL_GEOGRAPHY);

    private static final TypeOperatorDeclaration OPERATORS = TypeOperatorDeclaration.builder(Slice.class)
            .addOperators(DEFAULT_READ_OPERATORS)
            .addOperators(DEFAULT_COMPARABLE_OPERATORS)
            .build();

    private GeometryType(String name) {
        super(new TypeDescriptor(name), Slice.class);
    }

    @Override
    public String getDisplayName() {
        return getBaseName();
    }

    @Override
    public TypeOperatorDeclaration getTypeOperatorDeclaration(TypeOperators operators) {
        return OPERATORS;
    }

    @Override
    public boolean isComparable() {
        return true;
    }

    @Override
    public Slice getSlice(Block block, int position) {
        return ((VariableWidthBlock) block.getUnderlyingValueBlock())
                .getSlice(block.getUnderlyingValuePosition(position));
    }

    @Override
    public void writeSlice(BlockBuilder builder, Slice value) {
        writeSlice(builder, value, 0, value.length());
    }

    @Override
    public void writeSlice(BlockBuilder builder, Slice value, int offset, int length) {
        ((VariableWidthBlockBuilder) builder).writeEntry(value, offset, length);
    }

    @Override
    public Object getObjectValue(Block block, int position) {
        return block.isNull(position)
                ? null
                : Shapes.read(getSlice(block, position)).toText();
    }
}
