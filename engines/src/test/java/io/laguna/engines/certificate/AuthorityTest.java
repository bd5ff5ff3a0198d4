package io.laguna.engines.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the lake's authority by clients of the JDK, which check certificates and names. */
class AuthorityTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1"})
    void aClientThatTrustsTheAuthorityTrustsItsServerByItsNames(String name) throws Exception {
        Authority authority = Authority.keptIn(folder);
        // The files are the authority: a later start issues by the same root.
        SSLContext server = Authority.keptIn(folder).server(List.of("localhost", "127.0.0.1"));
        assertThat(greeting(server, trusting(authority), name)).isEqualTo('L');
    }

    @Test
    void aServerIsNotTrustedByAnotherName() {
        Authority authority = Authority.keptIn(folder);
        assertThatThrownBy(() -> greeting(authority.server(List.of("other.example")), trusting(authority), "localhost"))
                .isInstanceOf(SSLException.class)
                .hasMessageContaining("localhost");
    }

    @Test
    void aServerOfAnotherAuthorityIsNotTrusted() {
        Authority authority = Authority.keptIn(folder.resolve("own"));
        Authority other = Authority.keptIn(folder.resolve("other"));
        assertThatThrownBy(() -> greeting(other.server(List.of("localhost")), trusting(authority), "localhost"))
                .isInstanceOf(SSLException.class);
    }

    @Test
    void theKeyIsTheOwnersAlone() throws IOException {
        Authority authority = Authority.keptIn(folder);
        Path key = authority.certificateFile().resolveSibling("root.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
    }

    private static char greeting(SSLContext server, SSLContext client, String name) throws Exception {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (SSLServerSocket listening =
                (SSLServerSocket) server.getServerSocketFactory().createServerSocket(0, 1, loopback)) {
            CompletableFuture<Void> greeted = CompletableFuture.runAsync(() -> greet(listening));
            try (SSLSocket socket =
                    (SSLSocket) client.getSocketFactory().createSocket(name, listening.getLocalPort())) {
                SSLParameters parameters = socket.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                socket.setSSLParameters(parameters);
                char letter = (char) socket.getInputStream().read();
                greeted.get();
                return letter;
            }
        }
    }

    private static void greet(SSLServerSocket listening) {
        try (SSLSocket client = (SSLSocket) listening.accept()) {
            client.getOutputStream().write('L');
        } catch (IOException e) {
            // The client has refused the certificate, which is its test's own assertion.
            assertThat(e).isInstanceOf(IOException.class);
        }
    }

    private static SSLContext trusting(Authority authority) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, new char[0]);
        try (var pem = Files.newInputStream(authority.certificateFile())) {
            store.setCertificateEntry(
                    "root", CertificateFactory.getInstance("X.509").generateCertificate(pem));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
