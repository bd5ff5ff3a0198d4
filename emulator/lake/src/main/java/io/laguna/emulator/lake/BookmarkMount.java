package io.laguna.emulator.lake;

import io.laguna.emulator.edge.answer.Answers;
import io.laguna.emulator.edge.guard.DocumentPolicy;
import io.laguna.emulator.edge.guard.Visitors;
import io.laguna.emulator.edge.mount.Exchange;
import io.laguna.emulator.edge.mount.HttpHandler;
import io.laguna.emulator.edge.mount.HttpMount;
import io.laguna.emulator.glue.Glue;
import io.laguna.emulator.glue.job.BookmarkDoor;
import io.laguna.wire.WireRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The place at which drivers of Glue's runs read and commit bookmarks: {@code GET} and {@code PUT
 * /_laguna/glue/bookmarks/jr_…}, with the run's secret in {@code Authorization: Bearer …}. Pages in browsers have neither
 * the secret nor an origin that is let in.
 */
record BookmarkMount(CompletableFuture<Glue> glue) implements HttpHandler {
    /** The path of all bookmarks, behind which the id of a run stands. */
    static final String PATH = "/_laguna/glue/bookmarks/";

    private static final String BEARER = "Bearer ";
    private static final int NOT_ALLOWED = 405;

    HttpMount mount() {
        return new HttpMount(
                "glue-bookmarks",
                target -> target.rawPath().startsWith(PATH),
                Visitors.NONE,
                DocumentPolicy.DATA,
                this);
    }

    @Override
    public void handle(Exchange exchange) throws IOException {
        WireRequest head = exchange.head();
        String run = head.rawPath().substring(PATH.length());
        String token = head.headers().getOrDefault("authorization", List.of()).stream()
                .filter(value -> value.startsWith(BEARER))
                .map(value -> value.substring(BEARER.length()))
                .findFirst()
                .orElse("");
        BookmarkDoor door = glue.join().jobs().bookmarks();
        BookmarkDoor.Answer answer =
                switch (head.method()) {
                    case "GET" -> door.read(run, token);
                    case "PUT" -> door.commit(
                            run, token, new String(exchange.whole().body(), StandardCharsets.UTF_8));
                    default -> new BookmarkDoor.Answer(NOT_ALLOWED, "A bookmark is read by GET and committed by PUT.");
                };
        exchange.answer(Answers.json(answer.status(), answer.body()));
    }
}
