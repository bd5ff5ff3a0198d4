package io.laguna.emulator.kit.request;

import java.security.SecureRandom;

/** Random identifiers of the characters that a service makes its own of. */
public final class RandomIds {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String characters;

    /** Creates identifiers of these characters, each as probable as the others. */
    public RandomIds(String characters) {
        this.characters = characters;
    }

    /** Returns a new identifier of so many characters. */
    public String next(int length) {
        StringBuilder id = new StringBuilder(length);
        RANDOM.ints(length, 0, characters.length()).forEach(index -> id.append(characters.charAt(index)));
        return id.toString();
    }
}
