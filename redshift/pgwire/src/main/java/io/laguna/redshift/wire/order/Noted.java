package io.laguna.redshift.wire.order;

import io.laguna.redshift.wire.message.SqlFailure;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** An answer that is kept in the journal. */
record Noted(Answer answer, Note said) implements Answer {
    @Override
    public List<Column> columns() {
        return answer.columns();
    }

    @Override
    public List<Integer> parameters() {
        return answer.parameters();
    }

    @Override
    public Optional<Note> note() {
        return Optional.of(said);
    }

    @Override
    public String run(Workbench bench) throws SqlFailure, IOException {
        return answer.run(bench);
    }
}
