package io.laguna.engines.trino.lake.projection;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The values that the table lists, with their white space. */
record EnumProjection(List<String> listed) implements Projection {
    static EnumProjection of(ColumnSettings settings) {
        return new EnumProjection(List.of(settings.required("values").split(",", -1)));
    }

    @Override
    public Stream<String> values(Optional<Set<String>> named) {
        return listed.stream().distinct();
    }
}
