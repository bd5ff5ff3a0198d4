package io.laguna.glue.transform;

import io.laguna.glue.schema.GlueType;
import io.laguna.glue.schema.TypeNames;
import java.io.Serializable;

/** What a call wants of a choice: an action, and a type where the action needs one. */
record ResolveSpec(Action action, GlueType type) implements Serializable {

    /** An action on a choice. */
    enum Action {
        KEEP,
        CAST,
        PROJECT,
        MAKE_COLS,
        MAKE_STRUCT
    }

    /** No wish: choices stay. */
    static final ResolveSpec KEEP = new ResolveSpec(Action.KEEP, GlueType.Atomic.UNKNOWN);

    static ResolveSpec parse(String text) {
        String action = text.strip();
        if (action.startsWith("cast:")) {
            return new ResolveSpec(Action.CAST, TypeNames.parse(action.substring("cast:".length())));
        } else if (action.startsWith("project:")) {
            return new ResolveSpec(Action.PROJECT, TypeNames.parse(action.substring("project:".length())));
        }
        return switch (action) {
            case "make_cols" -> new ResolveSpec(Action.MAKE_COLS, GlueType.Atomic.UNKNOWN);
            case "make_struct" -> new ResolveSpec(Action.MAKE_STRUCT, GlueType.Atomic.UNKNOWN);
            default -> throw new IllegalArgumentException("Invalid choice resolution " + text
                    + ": use cast:type, project:type, make_cols, make_struct or, for all choices, match_catalog");
        };
    }
}
