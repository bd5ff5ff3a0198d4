package io.laguna.emulator.glue.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.laguna.emulator.kit.state.State;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The way by which the driver of a run reads its job's bookmark and commits it. AWS has no operation for that, so the
 * driver asks by HTTP, with a secret that only it has.
 */
public final class BookmarkDoor {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OK = 200;
    private static final int DONE = 204;
    private static final int MALFORMED = 400;
    private static final int FORBIDDEN = 403;
    private static final int MOVED = 409;

    private final State state;
    private final Attempts attempts;

    BookmarkDoor(State state, Attempts attempts) {
        this.state = state;
        this.attempts = attempts;
    }

    /**
     * An answer.
     *
     * @param status of HTTP
     * @param body JSON, or a sentence about what is wrong, or empty
     */
    public record Answer(int status, String body) {}

    /**
     * Returns the bookmark that a run has to read by.
     *
     * @param token the secret of the run
     */
    public Answer read(String runId, String token) {
        return admitted(runId, token).map(this::read).orElseGet(BookmarkDoor::forbidden);
    }

    /**
     * Commits the bookmark of a run.
     *
     * @param token the secret of the run
     * @param body {@code {"version": 2, "bookmark": {"ctx": …}}}
     */
    public Answer commit(String runId, String token, String body) {
        return admitted(runId, token).map(run -> commit(run, body)).orElseGet(BookmarkDoor::forbidden);
    }

    private Answer read(RunRecord run) {
        Arguments arguments = Arguments.of(run);
        Optional<String> from = arguments.value(Parameter.BOOKMARK_FROM);
        Optional<String> to = arguments.value(Parameter.BOOKMARK_TO);
        return state.read(handle -> {
            Optional<BookmarkRecord> bookmark = from.isPresent()
                    ? after(handle, run.key(), from.get())
                    : Optional.of(new BookmarkRecords(handle).find(run.key()).orElse(BookmarkRecord.NONE));
            Optional<RunRecord> until = to.flatMap(id -> new RunRecords(handle).find(run.key(), id));
            if (bookmark.isEmpty() || (to.isPresent() && until.isEmpty())) {
                return new Answer(
                        MALFORMED,
                        "--job-bookmark-from and --job-bookmark-to name runs of the job "
                                + run.key().name() + "; it has no "
                                + (bookmark.isEmpty() ? from.orElse("") : to.orElse("")));
            }
            ObjectNode answer = JSON.createObjectNode();
            answer.put("version", bookmark.get().version());
            answer.put("run", bookmark.get().run());
            answer.put("attempt", run.run().attempt());
            answer.put("runStart", run.run().startedOn().toString());
            answer.put("option", arguments.value(Parameter.BOOKMARK).orElse(""));
            answer.set("bookmark", tree(bookmark.get().states()));
            answer.put(
                    "until",
                    until.map(last -> last.run().startedOn().toString()).orElse(null));
            answer.set(
                    "upTo",
                    until.flatMap(last -> new BookmarkRecords(handle).upTo(run.key(), last.id()))
                            .map(left -> tree(left.states()))
                            .orElse(null));
            return new Answer(OK, answer.toString());
        });
    }

    /** Returns what a run has left: the bookmark as it is before any commit, for one that has committed nothing. */
    private static Optional<BookmarkRecord> after(Handle handle, JobKey key, String run) {
        return new BookmarkRecords(handle)
                .after(key, run)
                .or(() -> new RunRecords(handle).find(key, run).map(known -> BookmarkRecord.NONE));
    }

    private Answer commit(RunRecord run, String body) {
        JsonNode given;
        try {
            given = JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return new Answer(MALFORMED, "The bookmark is no JSON: " + e.getOriginalMessage());
        }
        if (!given.path("version").isInt() || !given.path("bookmark").isObject()) {
            return new Answer(MALFORMED, "A bookmark has a version and the states of contexts.");
        }
        if (!Arguments.of(run).value(Parameter.BOOKMARK).equals(Optional.of("job-bookmark-enable"))) {
            return new Answer(MALFORMED, "The run only reads its bookmark.");
        }
        return state.write(transaction -> {
            BookmarkRecords bookmarks = new BookmarkRecords(transaction);
            BookmarkRecord now = bookmarks.find(run.key()).orElse(BookmarkRecord.NONE);
            BookmarkRecord next = now.committed(run, given.get("bookmark").toString());
            boolean known = new JobRecords(transaction).lock(run.key()).isPresent();
            if (!known
                    || now.version() != given.get("version").intValue()
                    || !bookmarks.replace(run.key(), now.version(), next)) {
                return new Answer(
                        MOVED,
                        "The bookmark of " + run.key().name() + " has version " + now.version() + ", not "
                                + given.get("version").intValue());
            }
            bookmarks.keep(run.key(), next);
            return new Answer(DONE, "");
        });
    }

    private Optional<RunRecord> admitted(String runId, String token) {
        return attempts.find(runId)
                .filter(attempt -> MessageDigest.isEqual(
                        attempt.token().getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8)))
                .map(Attempt::record);
    }

    private static Answer forbidden() {
        return new Answer(FORBIDDEN, "Only the driver of the run reads and writes its bookmark.");
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The state holds a bookmark that is no JSON", e);
        }
    }
}
