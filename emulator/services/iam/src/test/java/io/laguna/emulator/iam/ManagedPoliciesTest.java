package io.laguna.emulator.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.laguna.emulator.iam.document.PolicyDocument;
import io.laguna.emulator.kit.EngineUnavailableException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.Policy;
import software.amazon.awssdk.services.iam.model.PolicyScopeType;

/** The policies of AWS's own, with and without their documents. */
@ExtendWith(IamLake.class)
class ManagedPoliciesTest {
    private static final String GLUE = "arn:aws:iam::aws:policy/service-role/AWSGlueServiceRole";

    private final IamLake.Running lake;
    private final Iam iam;
    private final IamClient client;

    ManagedPoliciesTest(IamLake.Running lake) {
        this.lake = lake;
        this.iam = lake.open();
        this.client = Fixtures.client(iam);
    }

    @AfterEach
    void close() {
        iam.close();
    }

    @Test
    void allAreListedAndEachIsThere() {
        List<Policy> all = client.listPoliciesPaginator(list -> list.scope(PolicyScopeType.AWS)).policies().stream()
                .toList();

        assertThat(all).hasSizeGreaterThan(1400).extracting(Policy::arn).contains(GLUE);
        assertThat(all).allSatisfy(policy -> assertThat(policy.policyId()).matches("ANPA[A-Z0-9]{17}"));
    }

    /** Each policy's document is one that AWS's own grammar takes. */
    @Test
    void everyDocumentIsOne() {
        assumeThat(IamLake.Running.DOCUMENTS)
                .as("the build reached a package index")
                .exists();

        List<Policy> all = client.listPoliciesPaginator(list -> list.scope(PolicyScopeType.AWS)).policies().stream()
                .toList();
        assertThat(all).allSatisfy(policy -> {
            String document = client.getPolicyVersion(
                            get -> get.policyArn(policy.arn()).versionId(policy.defaultVersionId()))
                    .policyVersion()
                    .document();
            PolicyDocument.inline(URLDecoder.decode(document, StandardCharsets.UTF_8));
        });
    }

    @Test
    void aBuildWithoutAnIndexKnowsTheNamesAndSaysWhatIsMissing() {
        try (Iam bare = lake.openWithoutDocuments()) {
            IamClient poor = Fixtures.client(bare);
            poor.createRole(create -> create.roleName("poor").assumeRolePolicyDocument(Fixtures.TRUST));
            poor.attachRolePolicy(attach -> attach.roleName("poor").policyArn(GLUE));

            assertThat(poor.getPolicy(get -> get.policyArn(GLUE)).policy().policyName())
                    .isEqualTo("AWSGlueServiceRole");
            assertThatThrownBy(() ->
                            poor.getPolicyVersion(get -> get.policyArn(GLUE).versionId("v1")))
                    .isInstanceOf(EngineUnavailableException.class)
                    .hasMessageContaining("engines/policies/install");
        }
    }
}
