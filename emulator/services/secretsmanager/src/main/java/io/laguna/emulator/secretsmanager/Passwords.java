package io.laguna.emulator.secretsmanager;

import io.laguna.emulator.kit.request.RandomIds;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.secretsmanager.model.GetRandomPasswordRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetRandomPasswordResponse;

/**
 * Random passwords.
 *
 * @see <a href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetRandomPassword.html">API</a>
 */
final class Passwords extends Room {
    private static final String LOWERCASE = "abcdefghijklmnopqrstuvwxyz";
    private static final String UPPERCASE = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String NUMBERS = "0123456789";
    private static final String PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
    private static final long LONGEST = 4096;
    private static final long USUAL = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Override
    public GetRandomPasswordResponse getRandomPassword(GetRandomPasswordRequest request) {
        new Constraints()
                .range("passwordLength", request.passwordLength(), 1, LONGEST)
                .length("excludeCharacters", request.excludeCharacters(), 0, 4096)
                .check();
        int length = Optional.ofNullable(request.passwordLength()).orElse(USUAL).intValue();
        List<String> types = types(request);
        if (types.isEmpty()) {
            throw Failures.parameter("No characters are left to make a password of.");
        }
        boolean each = Optional.ofNullable(request.requireEachIncludedType()).orElse(true);
        if (each && length < types.size()) {
            throw Failures.parameter("Password length is too short based on the required types.");
        }
        return GetRandomPasswordResponse.builder()
                .randomPassword(password(types, length, each))
                .build();
    }

    private static String password(List<String> types, int length, boolean each) {
        List<String> characters = new ArrayList<>();
        if (each) {
            types.forEach(type -> characters.add(new RandomIds(type).next(1)));
        }
        new RandomIds(String.join("", types))
                .next(length - characters.size())
                .chars()
                .forEach(character -> characters.add(Character.toString(character)));
        Collections.shuffle(characters, RANDOM);
        return String.join("", characters);
    }

    /** Returns the characters of each type that is wanted, without those that are not. */
    private static List<String> types(GetRandomPasswordRequest request) {
        List<String> types = new ArrayList<>();
        add(types, request.excludeLowercase(), LOWERCASE);
        add(types, request.excludeUppercase(), UPPERCASE);
        add(types, request.excludeNumbers(), NUMBERS);
        add(types, request.excludePunctuation(), PUNCTUATION);
        add(types, !Boolean.TRUE.equals(request.includeSpace()), " ");
        String excluded = Optional.ofNullable(request.excludeCharacters()).orElse("");
        return types.stream()
                .map(type -> type.chars()
                        .filter(character -> excluded.indexOf(character) < 0)
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining()))
                .filter(type -> !type.isEmpty())
                .toList();
    }

    private static void add(List<String> types, Boolean excluded, String characters) {
        if (!Boolean.TRUE.equals(excluded)) {
            types.add(characters);
        }
    }
}
