package io.laguna.emulator.lake;

import io.laguna.emulator.edge.answer.Answers;
import io.laguna.emulator.edge.guard.DocumentPolicy;
import io.laguna.emulator.edge.guard.Visitors;
import io.laguna.emulator.edge.mount.Exchange;
import io.laguna.emulator.edge.mount.HttpHandler;
import io.laguna.emulator.edge.mount.HttpMount;
import io.laguna.emulator.sns.Sns;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The place of the certificate by which whoever gets a message of SNS checks its signature. */
record CertificateMount(CompletableFuture<Sns> topics) implements HttpHandler {
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    HttpMount mount() {
        return new HttpMount(
                "sns-certificate",
                target -> target.rawPath().startsWith(Sns.CERTIFICATES),
                Visitors.NONE,
                DocumentPolicy.DATA,
                this);
    }

    @Override
    public void handle(Exchange exchange) throws IOException {
        Optional<byte[]> certificate = topics.join()
                .certificate(exchange.head().rawPath())
                .map(pem -> pem.getBytes(StandardCharsets.US_ASCII));
        if (certificate.isEmpty()) {
            exchange.answer(Answers.json(NOT_FOUND, "{\"message\":\"There is no such certificate\"}"));
            return;
        }
        Map<String, List<String>> headers = Map.of(
                "Content-Type",
                List.of("application/x-pem-file"),
                "Content-Length",
                List.of(Integer.toString(certificate.get().length)));
        try (OutputStream out = exchange.answer(OK, headers)) {
            out.write(certificate.get());
        }
    }
}
