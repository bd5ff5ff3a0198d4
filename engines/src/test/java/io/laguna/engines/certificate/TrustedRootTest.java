package io.laguna.engines.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.laguna.engines.process.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustedRootTest {
    @TempDir
    private Path folder;

    private Map<String, String> variables;
    private Path root;

    @BeforeEach
    void make() {
        Workspace workspace = Workspace.of(folder, folder);
        variables = TrustedRoot.variables(workspace);
        root = TrustedRoot.authority(workspace).certificateFile().toAbsolutePath();
    }

    @Test
    void theDriverIsToldTheRoot() throws IOException {
        assertThat(Files.readString(Path.of(variables.get("AMAZON_REDSHIFT_JDBC_INI_FILE"))))
                .isEqualTo("[DRIVER]\nsslrootcert=" + root + "\n");
        assertThat(variables).containsEntry("NODE_EXTRA_CA_CERTS", root.toString());
    }

    @Test
    void clientsOnOpenSslTrustTheRootBesideTheSystemsCertificates() throws IOException {
        assumeThat(SystemCertificates.file()).isPresent();

        assertThat(Files.readString(Path.of(variables.get("SSL_CERT_FILE"))))
                .startsWith(Files.readString(SystemCertificates.file().orElseThrow()))
                .endsWith(Files.readString(root));
    }
}
