package io.laguna.emulator.s3.store.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The names of files and folders for the segments of keys, which are what is between the slashes.
 *
 * <p>A segment is its own name wherever a name can hold it. Otherwise its name begins with {@code %~} for a folder and
 * {@code %=} for a file, and one that is too long goes on in folders that begin with {@code %+}. What looks like such a
 * name is itself written as one, so no two segments share a name.
 */
public final class SegmentNames {
    /** The bytes that Linux allows a name to have. */
    static final int LONGEST = 255;

    private static final String MARK = "%";
    private static final int MARK_LENGTH = 2;
    /** A folder that goes on is filled up to the last whole character, or to the last of NUL and percent. */
    private static final int SHORTEST_PIECE = LONGEST - MARK_LENGTH - 3;

    /** A kind of name: what the name says of its segment. */
    public enum Kind {
        /** The name is the segment. */
        LITERAL(""),
        /** A folder. */
        FOLDER("%~"),
        /** A file. */
        FILE("%="),
        /** A folder whose entries' names go on with the segment. */
        CONTINUED("%+");

        private final String mark;

        Kind(String mark) {
            this.mark = mark;
        }
    }

    /** A name that was read. */
    public record Segment(Kind kind, String text) {}

    private SegmentNames() {}

    /** The names of the folder, one in another where there are more. */
    public static List<String> folder(String segment, boolean first) {
        return canBeName(segment, first) ? List.of(segment) : escaped(segment, Kind.FOLDER);
    }

    /** The name of the file, where one can hold it. */
    static Optional<String> file(String segment, boolean first) {
        return canBeName(segment, first) ? Optional.of(segment) : Optional.empty();
    }

    /** The names of a file beside the folder of the same segment, and of one that no name can hold. */
    public static List<String> escapedFile(String segment) {
        return escaped(segment, Kind.FILE);
    }

    public static Segment read(String name) {
        if (name.startsWith(MARK)) {
            for (Kind kind : List.of(Kind.FOLDER, Kind.FILE, Kind.CONTINUED)) {
                if (name.startsWith(kind.mark) && (kind != Kind.CONTINUED || isFull(name))) {
                    return decoded(name.substring(MARK_LENGTH))
                            .map(text -> new Segment(kind, text))
                            .orElseGet(() -> new Segment(Kind.LITERAL, name));
                }
            }
        }
        return new Segment(Kind.LITERAL, name);
    }

    private static boolean canBeName(String segment, boolean first) {
        return !segment.isEmpty()
                && !segment.equals(".")
                && !segment.equals("..")
                && !(first && segment.equals(BucketFolder.STATE))
                && segment.indexOf(0) < 0
                && (segment.length() * 3 <= LONGEST || Utf8.length(segment) <= LONGEST)
                && read(segment).kind() == Kind.LITERAL;
    }

    private static boolean isFull(String name) {
        return Utf8.length(name) - MARK_LENGTH >= SHORTEST_PIECE;
    }

    private static List<String> escaped(String segment, Kind last) {
        List<String> names = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        int bytes = MARK_LENGTH;
        for (int at = 0; at < segment.length(); ) {
            int character = segment.codePointAt(at);
            String written = character == '%' ? "%25" : character == 0 ? "%00" : Character.toString(character);
            int more = Utf8.length(written);
            if (bytes + more > LONGEST) {
                names.add(Kind.CONTINUED.mark + piece);
                piece.setLength(0);
                bytes = MARK_LENGTH;
            }
            piece.append(written);
            bytes += more;
            at += Character.charCount(character);
        }
        names.add(last.mark + piece);
        return names;
    }

    private static Optional<String> decoded(String payload) {
        if (payload.indexOf('%') < 0) {
            return Optional.of(payload);
        }
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < payload.length(); at++) {
            char unit = payload.charAt(at);
            if (unit != '%') {
                text.append(unit);
            } else if (payload.startsWith("%25", at) || payload.startsWith("%00", at)) {
                text.append(payload.charAt(at + 1) == '2' ? '%' : '\0');
                at += 2;
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(text.toString());
    }
}
