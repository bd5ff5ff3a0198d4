package io.laguna.emulator.athena.sql;

import io.laguna.emulator.athena.engine.QueryFailure;
import java.util.ArrayList;
import java.util.List;

/**
 * A text for the engine that differs from the user's in some places.
 *
 * @param text for the engine
 * @param places behind which the text has become longer than it was
 */
public record EditedText(String text, List<Place> places) {
    /**
     * A part of a text that is replaced by another one, without line breaks in either.
     *
     * @param start of the part
     * @param end behind the part
     */
    record Edit(int start, int end, String replacement) {}

    /**
     * A place in the text for the engine.
     *
     * @param line from 1
     * @param column from 1
     * @param longer by how many places the text before it has become longer in this line
     */
    record Place(int line, int column, int longer) {}

    /** Returns a text with edits, which are in the order of their places. */
    static EditedText of(String text, List<Edit> edits) {
        StringBuilder edited = new StringBuilder();
        List<Place> places = new ArrayList<>();
        int end = 0;
        int line = 1;
        for (Edit edit : edits) {
            String before = text.substring(end, edit.start());
            line += (int) before.chars().filter(character -> character == '\n').count();
            edited.append(before).append(edit.replacement());
            end = edit.end();
            int longer = length(edit.replacement()) - length(text.substring(edit.start(), edit.end()));
            places.add(new Place(
                    line,
                    length(edited.substring(edited.lastIndexOf("\n") + 1)) + 1,
                    longer(places, line, Integer.MAX_VALUE) + longer));
        }
        return new EditedText(edited.append(text.substring(end)).toString(), places);
    }

    /** Returns the engine's failure with the place that it has in the text as it was. */
    public QueryFailure placed(QueryFailure failure) {
        return failure.leftBy((line, column) -> longer(places, line, column));
    }

    /** Returns by how many places the text before a column of a line is longer. */
    private static int longer(List<Place> places, int line, int column) {
        return places.stream()
                .filter(place -> place.line() == line && place.column() <= column)
                .mapToInt(Place::longer)
                .reduce(0, (first, last) -> last);
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
