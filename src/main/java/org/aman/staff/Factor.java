package org.aman.staff;

/** What somebody shows beside the password. */
public sealed interface Factor {
    /** The digits of an authenticator app, or a recovery code. */
    record Code(String typed) implements Factor {
        /** Never the code. */
        @Override
        public String toString() {
            return "Code[hidden]";
        }
    }

    /**
     * What a passkey made of a challenge.
     *
     * @param answer as browsers write it, in JSON
     * @param challenge the envelope that came with the challenge
     */
    record Passkey(String answer, String challenge) implements Factor {
        /** Never the answer. */
        @Override
        public String toString() {
            return "Passkey[hidden]";
        }
    }
}
