package io.laguna.engines.certificate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The certificates of authorities that this machine trusts, as OpenSSL and the programs that use it read them. */
public final class SystemCertificates {
    /** The variable that names their file to OpenSSL. */
    public static final String VARIABLE = "SSL_CERT_FILE";

    /** The files of Debian and of Red Hat, which Laguna's own Python does not know of. */
    private static final List<String> FILES =
            List.of("/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt");

    private SystemCertificates() {}

    /** Returns the file in PEM: the one that the variable names, or that of the system. */
    public static Optional<Path> file() {
        return files().findFirst();
    }

    static Stream<Path> files() {
        return Stream.concat(Optional.ofNullable(System.getenv(VARIABLE)).stream(), FILES.stream())
                .map(Path::of)
                .filter(file -> Files.isRegularFile(file) && Files.isReadable(file));
    }
}
