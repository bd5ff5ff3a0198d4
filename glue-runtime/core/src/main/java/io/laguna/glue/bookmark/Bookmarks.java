package io.laguna.glue.bookmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.laguna.glue.storage.SourceFile;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The bookmark of one run: how far each source had been read before, by its {@code transformation_ctx}, and how far this
 * run reads it. Nothing is remembered before {@link #commit}, and then all at once.
 */
public final class Bookmarks {
    private final BookmarkStore store;
    private final boolean paused;
    private final ObjectNode pending;
    private BookmarkStore.Loaded loaded;

    private Bookmarks(BookmarkStore store, boolean paused) throws IOException {
        this.store = store;
        this.paused = paused;
        this.loaded = store.load();
        this.pending = loaded.states().deepCopy();
    }

    /** Returns a run's bookmark; a paused one is read and never stored. */
    public static Bookmarks open(BookmarkStore store, boolean paused) throws IOException {
        return new Bookmarks(store, paused);
    }

    /** Returns the files of a source that this run reads. */
    public List<SourceFile> files(String context, List<SourceFile> listed, Duration band, long maxFiles, long maxSize) {
        Optional<FileState> before =
                state(loaded.states(), context, FileState.CLASS).map(FileState::of);
        FileWindow.Selection selection = new FileWindow(before, start(), band, maxFiles, maxSize).select(listed);
        remember(context, FileState.CLASS, selection.after().texts());
        return selection.files();
    }

    /** Returns how far the rows of a source with these keys had been read. */
    public Optional<KeyState> keys(String context, List<String> keys) {
        return keys(loaded.states(), context, keys);
    }

    /** Tells whether this run reads no further than an earlier one. */
    public boolean hasEnd() {
        return loaded.until().isPresent();
    }

    /** Returns how far that earlier run has read the rows of a source with these keys; nothing where it has not. */
    public Optional<KeyState> end(String context, List<String> keys) {
        return loaded.upTo().flatMap(states -> keys(states, context, keys));
    }

    private static Optional<KeyState> keys(ObjectNode states, String context, List<String> keys) {
        return state(states, context, KeyState.CLASS).map(KeyState::of).filter(state -> state.keys()
                .equals(keys));
    }

    /** Remembers how far this run reads the rows of a source. */
    public void reached(String context, List<String> keys, List<String> literals) {
        long run = keys(context, keys).map(KeyState::run).orElse(0L) + 1;
        remember(context, KeyState.CLASS, new KeyState(run, loaded.runStart(), keys, literals).texts());
    }

    private Instant start() {
        return loaded.until().orElse(loaded.runStart());
    }

    private static Optional<Map<String, String>> state(ObjectNode states, String context, String jsonClass) {
        JsonNode state = states.path(context);
        if (!state.path("jsonClass").asText().equals(jsonClass)) {
            return Optional.empty();
        }
        Map<String, String> texts = new LinkedHashMap<>();
        state.path("timestamps")
                .fields()
                .forEachRemaining(
                        each -> texts.put(each.getKey(), each.getValue().asText()));
        return Optional.of(texts);
    }

    private void remember(String context, String jsonClass, Map<String, String> texts) {
        ObjectNode state = pending.putObject(context);
        state.put("jsonClass", jsonClass);
        ObjectNode timestamps = state.putObject("timestamps");
        texts.forEach(timestamps::put);
    }

    /** Stores what this run has read, all sources at once. */
    public void commit() throws IOException {
        if (!paused) {
            store.save(loaded.version(), pending);
            loaded = store.load();
        }
    }
}
