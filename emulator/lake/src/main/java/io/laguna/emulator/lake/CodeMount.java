package io.laguna.emulator.lake;

import io.laguna.emulator.edge.answer.Answers;
import io.laguna.emulator.edge.guard.DocumentPolicy;
import io.laguna.emulator.edge.guard.Visitors;
import io.laguna.emulator.edge.mount.Exchange;
import io.laguna.emulator.edge.mount.HttpHandler;
import io.laguna.emulator.edge.mount.HttpMount;
import io.laguna.emulator.lambda.Lambda;
import io.laguna.emulator.lambda.code.CodeDoor;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The place at which the zip files of functions and layers are fetched: {@code GET /_laguna/lambda/code/…}. */
record CodeMount(CompletableFuture<Lambda> lambda) implements HttpHandler {
    private static final int OK = 200;
    private static final int FORBIDDEN = 403;

    HttpMount mount() {
        return new HttpMount(
                "lambda-code",
                target -> target.rawPath().startsWith(CodeDoor.PATH),
                Visitors.NONE,
                DocumentPolicy.DATA,
                this);
    }

    @Override
    public void handle(Exchange exchange) throws IOException {
        String token = exchange.head().rawPath().substring(CodeDoor.PATH.length());
        Optional<Path> file = lambda.join().door().open(token).filter(here -> exchange.head()
                .method()
                .equals("GET"));
        if (file.isEmpty()) {
            exchange.answer(Answers.json(FORBIDDEN, "{\"message\":\"Request has expired\"}"));
            return;
        }
        Map<String, List<String>> headers = Map.of(
                "Content-Type",
                List.of("application/zip"),
                "Content-Length",
                List.of(Long.toString(Files.size(file.get()))));
        try (OutputStream out = exchange.answer(OK, headers)) {
            Files.copy(file.get(), out);
        }
    }
}
