package io.laguna.redshift.load.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.laguna.redshift.load.value.ErrorCode;
import io.laguna.redshift.load.value.Field;
import io.laguna.redshift.load.value.FieldError;
import io.laguna.redshift.load.value.Kind;
import io.laguna.redshift.load.value.Target;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Records whose fields have names and may be nested. */
abstract class Documents implements Records {
    private final List<Target> columns;
    private final Assignment assignment;
    private final JsonNode[] values;

    Documents(List<Target> columns, Assignment assignment) {
        this.columns = columns;
        this.assignment = assignment;
        this.values = new JsonNode[columns.size()];
    }

    /** Returns the next document. */
    abstract Optional<JsonNode> document() throws IOException, FieldError;

    @Override
    public final boolean next() throws IOException, FieldError {
        Arrays.fill(values, MissingNode.getInstance());
        Optional<JsonNode> document = document();
        if (document.isEmpty()) {
            return false;
        }
        if (assignment.wantsObject() && !document.get().isObject()) {
            throw new FieldError(ErrorCode.PARSE, "Invalid JSONPath format: Member is not an object.");
        }
        assignment.assign(document.get(), values);
        return true;
    }

    @Override
    public final int count() {
        return UNNUMBERED;
    }

    @Override
    public final boolean field(int column, Field into) {
        JsonNode value = values[column];
        if (value.isMissingNode() || value.isNull()) {
            return false;
        }
        boolean json = value.isContainerNode() || columns.get(column).type().kind() == Kind.SUPER;
        byte[] bytes = (json ? value.toString() : value.asText()).getBytes(StandardCharsets.UTF_8);
        into.set(bytes, 0, bytes.length);
        return true;
    }
}
