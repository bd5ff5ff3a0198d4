package io.laguna.emulator.redshift.session;

import io.laguna.redshift.sql.text.QualifiedName;
import io.laguna.redshift.wire.order.Run;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The texts that a session has asked last, as they were read: those whose statements are all the engine's own, so that
 * their reading depends on the text alone, as long as no relation in them is outside. Drivers and tools ask the same few
 * texts again and again.
 */
final class KnownTexts {
    private static final int MOST = 100;
    private static final int LONGEST = 8 * 1024;

    private final Map<String, List<Known>> texts = new LinkedHashMap<>(MOST, 0.75f, true);

    /** A statement that was read. */
    record Known(Run run, List<QualifiedName> relations) {}

    Optional<List<Known>> find(String text) {
        return Optional.ofNullable(texts.get(text));
    }

    /** Keeps a reading, in the place of the one that was not asked for the longest time. */
    void keep(String text, List<Known> statements) {
        if (text.length() > LONGEST) {
            return;
        }
        texts.put(text, List.copyOf(statements));
        if (texts.size() > MOST) {
            Iterator<String> eldest = texts.keySet().iterator();
            eldest.next();
            eldest.remove();
        }
    }

    /** Forgets all, since the session reads texts otherwise now. */
    void clear() {
        texts.clear();
    }
}
