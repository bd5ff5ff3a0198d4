package io.laguna.redshift.sql.text;

import java.util.Arrays;
import java.util.List;

/**
 * A text of PostgreSQL's SQL with the map from its places to those in the user's text.
 *
 * @param text what PostgreSQL is to read
 * @param places a place in the user's text for each token of the text
 */
public record Rewritten(String text, List<Place> places) {
    /**
     * A token's place.
     *
     * @param at where the token begins in the rewritten text
     * @param source where it begins in the user's text
     * @param verbatim whether each of its characters is the user's, at the same distance from the beginning
     */
    public record Place(int at, int source, boolean verbatim) {}

    public Rewritten {
        places = List.copyOf(places);
    }

    /** Returns the place in the user's text of a place in the rewritten one; both are counted in characters from 0. */
    public int source(int place) {
        if (places.isEmpty()) {
            return place;
        }
        int[] starts = places.stream().mapToInt(Place::at).toArray();
        int found = Arrays.binarySearch(starts, place);
        Place token = places.get(Math.max(0, found >= 0 ? found : -found - 2));
        return token.verbatim() ? token.source() + Math.max(0, place - token.at()) : token.source();
    }
}
