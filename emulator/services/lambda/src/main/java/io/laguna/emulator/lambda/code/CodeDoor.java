package io.laguna.emulator.lambda.code;

import io.laguna.emulator.kit.request.RandomIds;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The door at which zip files are fetched, by whoever has an address that GetFunction gave out. */
public final class CodeDoor implements CodeLinks {
    /** The path behind which a token stands. */
    public static final String PATH = "/_laguna/lambda/code/";

    /** "A presigned URL … the URL is valid for 10 minutes". */
    private static final Duration OPEN = Duration.ofMinutes(10);

    private static final RandomIds TOKENS = new RandomIds("abcdefghijklmnopqrstuvwxyz0123456789");
    private static final int TOKEN_LENGTH = 40;

    private final CodeStore codes;
    private final String endpoint;
    private final Clock clock;
    private final Map<String, Pass> passes = new ConcurrentHashMap<>();

    /** A permission to fetch code, until a time. */
    private record Pass(CodeHash code, Instant until) {}

    public CodeDoor(CodeStore codes, String endpoint, Clock clock) {
        this.codes = codes;
        this.endpoint = endpoint;
        this.clock = clock;
    }

    @Override
    public String to(CodeHash code) {
        Instant now = clock.instant();
        passes.values().removeIf(pass -> pass.until().isBefore(now));
        String token = TOKENS.next(TOKEN_LENGTH);
        passes.put(token, new Pass(code, now.plus(OPEN)));
        return endpoint + PATH + token;
    }

    /** Returns the zip file that a token opens; empty when the token opens nothing any more. */
    public Optional<Path> open(String token) {
        return Optional.ofNullable(passes.get(token))
                .filter(pass -> pass.until().isAfter(clock.instant()))
                .map(pass -> codes.zip(pass.code()))
                .filter(Files::exists);
    }
}
