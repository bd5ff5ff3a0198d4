package io.laguna.emulator.kit.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of the policies of a queue that let the bucket {@code mine} of account 123456789012 in, and of those that do not. */
class ResourcePolicyTest {
    private static final PolicyContext MINE =
            new PolicyContext("s3.amazonaws.com", "arn:aws:s3:::mine", "123456789012");
    private static final String QUEUE = "arn:aws:sqs:us-east-1:123456789012:q";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "true  | {E:'Allow',P:{'AWS':'*'},A:'SQS:SendMessage',R:Q,C:{'ArnLike':{'aws:SourceArn':'arn:aws:s3:*:*:mine'}}}",
                "true  | {E:'Allow',P:{'AWS':['*']},A:['sqs:SendMessage','sqs:Get*'],R:'*',C:{}}",
                "true  | {E:'Allow',P:'*',A:'sqs:*',C:{'StringNotEquals':{'aws:SourceAccount':'999999999999'}}}",
                "true  | {E:'Allow',P:'*',A:'sqs:*',C:{'Bool':{'aws:SecureTransport':'true'}}}",
                "true  | {E:'Allow',P:'*',A:'sqs:*',C:{'StringEqualsIfExists':{'aws:SourceOrgID':'o-1'}}}",
                "true  | {E:'Allow',P:'*',NotAction:'sqs:DeleteQueue',R:Q}",
                "true  | {E:'Allow',P:'*',A:'sqs:*',R:Q},{E:'Deny',P:'*',A:'sqs:*',R:Q,C:{'Bool':{'aws:SecureTransport':'false'}}}",
                "true  | {E:'Allow',P:'*',A:'sqs:*',R:Q},{E:'Deny',P:'*',A:'sqs:SendMessage',R:'arn:aws:sqs:*:*:other'}",
                "false | {E:'Allow',P:'*',A:'sqs:*',R:Q},{E:'Deny',P:'*',A:'sqs:Send*',R:Q}",
                "false | {E:'Allow',P:'*',A:'sqs:*',R:Q},{E:'Deny',NotPrincipal:{'Service':'sns.amazonaws.com'},A:'*',R:Q}",
                "false | {E:'Allow',P:{'AWS':'123456789012'},A:'sqs:*',R:Q}",
                "false | {E:'Allow',P:'*',A:'sns:Publish',R:Q}",
                "false | {E:'Allow',P:'*',A:'sqs:SendMessage',R:'arn:aws:sqs:us-east-1:123456789012:other'}",
                "false | {E:'Allow',P:'*',A:'sqs:*',C:{'StringNotEquals':{'aws:SourceAccount':'123456789012'}}}",
                "false | {E:'Allow',P:'*',A:'sqs:*',C:{'ArnEquals':{'aws:SourceArn':'arn:aws:s3:::yours'}}}",
                "false | {E:'Allow',P:'*',A:'sqs:*',C:{'Null':{'aws:SourceArn':'true'}}}",
                "false | {E:'Allow',A:'sqs:*',R:Q}",
            })
    void aQueueLetsTheBucketInWhenSomethingAllowsItAndNothingDeniesIt(boolean allowed, String statements) {
        String policy = "{'Statement':["
                + statements
                        .replace("{E:", "{'Effect':")
                        .replace(",P:", ",'Principal':")
                        .replace(",NotPrincipal:", ",'NotPrincipal':")
                        .replace(",A:", ",'Action':")
                        .replace(",NotAction:", ",'NotAction':")
                        .replace(",R:Q", ",'Resource':'" + QUEUE + "'")
                        .replace(",R:", ",'Resource':")
                        .replace(",C:", ",'Condition':")
                + "]}";

        assertThat(ResourcePolicy.read(policy.replace('\'', '"')).allows("sqs:SendMessage", QUEUE, MINE))
                .isEqualTo(allowed);
    }
}
