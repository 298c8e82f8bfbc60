/** Generated from ui/codegen/openapi.json by ui/codegen/generate.mjs; do not edit. */

export interface paths {
    "/api/access-links/uses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["accessLinkUse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access-links/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["accessLinkView"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["auditTrail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["auditCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/chain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["auditCheck"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["batchList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/batches/{batch}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["batchGet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/batches/{batch}/abortions/{requestId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["batchAbort"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/batches/{batch}/abortions/challenges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["batchChallengeAbort"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/batches/{batch}/dispositions/{requestId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["reviewDispose"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/batches/{batch}/dispositions/challenges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["reviewChallenge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/batches/{batch}/exceptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["exceptionOfBatch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/batches/{batch}/holds/{requestId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["batchHold"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/batches/{batch}/legal-holds/{requestId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["retentionDecide"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/batches/{batch}/legal-holds/challenges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["retentionChallenge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/batches/{batch}/portable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["portablePortable"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/batches/{batch}/process": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["batchProcess"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/batches/{batch}/record": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["recordJson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/batches/{batch}/record.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["recordPdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/batches/{batch}/resumptions/{requestId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["batchResume"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/batches/{batch}/resumptions/challenges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["batchChallengeResume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/batches/{batch}/retention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["retentionOf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/batches/{batch}/steps/{step}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["stepStep"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/batches/{batch}/steps/{step}/challenges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["stepChallenge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/batches/{batch}/steps/{step}/completions/{requestId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["stepComplete"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/batches/{batch}/steps/{step}/corrections/{requestId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["stepCorrect"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/batches/{batch}/steps/{step}/evaluations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["stepEvaluate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/batches/{batch}/steps/{step}/identity-checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["stepCheck"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/batches/{batch}/steps/{step}/problems": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["stepProblem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/batches/{batch}/steps/{step}/verifications/{requestId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["stepVerify"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/equipment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["equipmentAll"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/equipment/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["equipmentOne"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/equipment/rejected-certificates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["equipmentRejected"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/equipment/trust": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["equipmentTrust"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exceptions/{id}/challenges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["exceptionChallenge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exceptions/{id}/decisions/{requestId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["exceptionDecide"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["liveLive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{requestId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["orderOrder"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["orderOptions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["peopleList"];
        put?: never;
        post: operations["peopleAdd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["peopleChange"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["peopleIssue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/unlocks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["peopleUnlock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/readings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["readingsReadings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recipes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["recipeList"];
        put?: never;
        post: operations["recipeImportZip"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recipes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["recipeOne"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recipes/{id}/approvals/{requestId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["recipeApprove"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recipes/{id}/challenges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["recipeChallenge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/record-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["portableKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/record-schema": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["portableSchema"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/retention-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["retentionRules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/retention-rules/{requestId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["retentionSet"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["reviewQueue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reviews/{batch}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["reviewReview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["sessionGet"];
        put?: never;
        post: operations["sessionLogIn"];
        delete: operations["sessionLogOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/lock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["sessionLock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/unlock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["sessionUnlock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/trail/checkpoint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["trailCheckpoint"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/trail/checkpoint/note": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["trailNote"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/trail/epochs/{requestId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["trailBegin"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/trail/epochs/challenges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["trailChallenge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/trail/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["trailKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/work": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["workWork"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AccessLinkUsed: {
            user: string;
        };
        AccessLinkView: {
            /** Format: date-time */
            expiresAt: string;
            /** Format: int32 */
            passwordMax: number;
            /** Format: int32 */
            passwordMin: number;
            person?: components["schemas"]["PersonRef"];
        };
        /** @enum {string} */
        Account: "NONE" | "READY" | "LOCKED";
        Activity: {
            elementId: string;
            name: components["schemas"]["Text"];
            processId: string;
            state: components["schemas"]["ActivityState"];
        };
        /** @enum {string} */
        ActivityState: "DONE" | "ACTIVE" | "FUTURE" | "EXCEPTION";
        AlarmView: {
            fault: components["schemas"]["SealTrailFault"];
            found: string;
            needed: string;
            /** Format: date-time */
            since: string;
        };
        AnchorView: {
            /** Format: int64 */
            epoch: number;
            root: string;
            /** Format: int64 */
            size: number;
        };
        Approval: {
            language?: string;
            signature: components["schemas"]["SignatureBody"];
        };
        AuditChain: {
            /** Format: int64 */
            firstBad: number;
            head: string;
            /** Format: int64 */
            length: number;
            valid: boolean;
        };
        AuditEntry: {
            action: string;
            actor: components["schemas"]["PersonRef"];
            changes: {
                [key: string]: components["schemas"]["AuditEventChange"];
            };
            entity: string;
            entityId: string;
            hash: string;
            reason?: string;
            /** Format: date-time */
            recordedAt: string;
            roles: string[];
            /** Format: int32 */
            rows: number;
            /** Format: int64 */
            seq: number;
            session?: string;
            signature?: string;
            software?: string;
            station?: string;
        };
        AuditEventChange: {
            after?: string;
            before?: string;
        };
        AuditTrail: {
            events: components["schemas"]["AuditEntry"][];
            /** Format: int64 */
            next?: number;
        };
        /** @enum {string} */
        BatchDisposition: "RELEASED" | "REJECTED";
        /** @enum {string} */
        BatchExceptionSeverity: "INFO" | "MINOR" | "MAJOR" | "CRITICAL";
        /** @enum {string} */
        BatchExceptionState: "OPEN" | "ACCEPTED" | "DEVIATION" | "CLOSED";
        /** @enum {string} */
        BatchExceptionType: "LIMIT_ALERT" | "LIMIT_REJECT" | "HOLD_TIME" | "IDENTITY_MISMATCH" | "MANUAL_ENTRY" | "COVERAGE_LOW" | "DATA_GAP" | "EQUIPMENT" | "CORRECTION" | "RECOMPUTED" | "PROBLEM" | "ROUTE_HOLD" | "PROGRAM_ENDED";
        BatchHeader: {
            checkWord: components["schemas"]["Text"];
            client: components["schemas"]["Client"];
            coi: string;
            /** Format: int32 */
            glyph: number;
            id: string;
            number: string;
            product: components["schemas"]["Product"];
            shortCode: string;
            state: components["schemas"]["BatchState"];
            suite: string;
        };
        BatchInUse: {
            id: string;
            number: string;
            shortCode: string;
        };
        BatchLine: {
            checkWord: components["schemas"]["Text"];
            client: components["schemas"]["Client"];
            coi: string;
            /** Format: date-time */
            createdAt: string;
            currentSteps: components["schemas"]["CurrentStep"][];
            disposition?: components["schemas"]["BatchDisposition"];
            /** Format: date-time */
            endedAt?: string;
            /** Format: int32 */
            glyph: number;
            holdReason?: string;
            id: string;
            number: string;
            /** Format: int32 */
            openExceptions: number;
            product: components["schemas"]["Product"];
            shortCode: string;
            /** Format: date-time */
            startedAt?: string;
            state: components["schemas"]["BatchState"];
            suite: string;
        };
        BatchList: {
            batches: components["schemas"]["BatchLine"][];
            /** Format: int32 */
            openExceptions: number;
        };
        BatchRecord: {
            auditTrail: components["schemas"]["BatchRecordTrail"];
            /** Format: decimal */
            bodyWeightKg: string;
            commands: components["schemas"]["BatchRecordCommand"][];
            copy: components["schemas"]["BatchRecordCopy"];
            /** Format: date-time */
            createdAt: string;
            curves: components["schemas"]["BatchRecordCurve"][];
            disposition?: components["schemas"]["BatchRecordDecision"];
            /** Format: date-time */
            endedAt?: string;
            equipment: components["schemas"]["BatchRecordUnit"][];
            exceptions: components["schemas"]["RecordedException"][];
            format: string;
            gaps: components["schemas"]["BatchRecordGap"][];
            /** Format: date-time */
            generatedAt: string;
            header: components["schemas"]["BatchRecordHeader"];
            holdReason?: string;
            patientToken: string;
            recipe: components["schemas"]["BatchRecordMaster"];
            retention: components["schemas"]["BatchRecordRetention"];
            signatures: components["schemas"]["RecordedSignature"][];
            status: components["schemas"]["BatchRecordStatus"];
            trail?: components["schemas"]["RecordedSeal"];
            unitProcedures: components["schemas"]["RecordedUnitProcedure"][];
            /** Format: int32 */
            version: number;
        };
        BatchRecordActor: {
            id: string;
            name: components["schemas"]["Text"];
        };
        BatchRecordClient: {
            id: string;
            name: components["schemas"]["Text"];
        };
        BatchRecordColumn: {
            /** Format: int32 */
            bad: number;
            /** Format: decimal */
            first?: string;
            /** Format: decimal */
            last?: string;
            /** Format: decimal */
            max?: string;
            /** Format: decimal */
            min?: string;
            /** Format: date-time */
            t: string;
        };
        BatchRecordCommand: {
            action: string;
            command: string;
            /** Format: date-time */
            confirmedAt: string;
            equipment: string;
            name: components["schemas"]["Text"];
            program?: string;
            run?: string;
            state: string;
            unitProcedure: string;
        };
        /** @enum {string} */
        BatchRecordCopy: "FULL" | "SPONSOR";
        BatchRecordCurve: {
            columns: components["schemas"]["BatchRecordColumn"][];
            /** Format: int32 */
            decimals: number;
            equipment: string;
            /** Format: date-time */
            from: string;
            gaps: components["schemas"]["BatchRecordGap"][];
            /** Format: decimal */
            high?: string;
            /** Format: decimal */
            low?: string;
            name: components["schemas"]["Text"];
            tag: string;
            /** Format: date-time */
            to: string;
            unit?: string;
            unitProcedure: string;
            usedBy: components["schemas"]["Text"][];
        };
        BatchRecordDecision: {
            /** Format: date-time */
            at: string;
            by: components["schemas"]["BatchRecordActor"];
            decision: components["schemas"]["BatchDisposition"];
            reason?: string;
        };
        BatchRecordGap: {
            equipment: string;
            /** Format: date-time */
            from: string;
            reason: string;
            tag?: string;
            /** Format: date-time */
            to?: string;
        };
        BatchRecordHeader: {
            checkWord: components["schemas"]["Text"];
            client: components["schemas"]["BatchRecordClient"];
            coi: string;
            /** Format: int32 */
            glyph: number;
            id: string;
            number: string;
            product: components["schemas"]["BatchRecordProduct"];
            shortCode: string;
            state: components["schemas"]["BatchState"];
            suite: string;
        };
        BatchRecordHold: {
            /** Format: date-time */
            at: string;
            by: components["schemas"]["BatchRecordActor"];
            reason: string;
        };
        BatchRecordMaster: {
            languages: string[];
            name: components["schemas"]["Text"];
            packageHash: string;
            product: string;
            version: string;
        };
        BatchRecordProduct: {
            code: string;
            name: components["schemas"]["Text"];
            version: string;
        };
        BatchRecordRetention: {
            legalHold?: components["schemas"]["BatchRecordHold"];
            market: string;
            product: string;
            /** Format: date-time */
            retainUntil?: string;
            /** Format: int32 */
            shelfLifeMonths: number;
            source: string;
            /** Format: int32 */
            years: number;
        };
        /** @enum {string} */
        BatchRecordStatus: "INTERIM" | "FINAL";
        BatchRecordTrail: {
            entries: components["schemas"]["BatchRecordTrailEntry"][];
            /** Format: int64 */
            firstBad: number;
            head: string;
            /** Format: int64 */
            length: number;
            valid: boolean;
        };
        BatchRecordTrailEntry: {
            action: string;
            /** Format: date-time */
            at: string;
            body?: string;
            by: components["schemas"]["BatchRecordActor"];
            entity: string;
            entityId: string;
            excerpt?: string;
            hash: string;
            /** Format: int64 */
            seq: number;
        };
        BatchRecordUnit: {
            equipmentClass: string;
            equipmentId: string;
            name: components["schemas"]["Text"];
            role: string;
        };
        /** @enum {string} */
        BatchState: "IDLE" | "RUNNING" | "HELD" | "COMPLETE" | "STOPPED" | "ABORTED";
        BatchView: {
            /** Format: date-time */
            createdAt: string;
            disposition?: components["schemas"]["BatchDisposition"];
            /** Format: date-time */
            endedAt?: string;
            equipment: components["schemas"]["BoundUnit"][];
            exceptions: components["schemas"]["Counts"];
            header: components["schemas"]["BatchHeader"];
            holdReason?: string;
            holdTimes: components["schemas"]["HoldTimeView"][];
            state: components["schemas"]["BatchState"];
            unitProcedures: components["schemas"]["UnitProcedureView"][];
            /** Format: date-time */
            waitsUntil?: string;
        };
        BlockerView: {
            code: string;
            /** Format: int32 */
            count: number;
            evidence: components["schemas"]["Text"][];
            solver: components["schemas"]["Text"];
            text: components["schemas"]["Text"];
        };
        BoundUnit: {
            connection: components["schemas"]["ConnectionState"];
            equipmentId: string;
            name: components["schemas"]["Text"];
            role: string;
        };
        BucketView: {
            /** Format: int32 */
            bad: number;
            first?: string;
            last?: string;
            max?: string;
            min?: string;
            /** Format: date-time */
            t: string;
        };
        Certificates: {
            certificates: components["schemas"]["CertificateView"][];
        };
        CertificateView: {
            fingerprint: string;
            issuer: string;
            /** Format: date-time */
            notAfter: string;
            /** Format: date-time */
            notBefore: string;
            subject: string;
            thumbprint: string;
        };
        ChallengeBody: {
            language?: string;
            parameter?: string;
            purpose: components["schemas"]["Purpose"];
            reason?: string;
            reasons?: {
                [key: string]: string;
            };
            value?: string;
            values?: {
                [key: string]: string;
            };
        };
        ChallengeView: {
            digest: string;
            /** Format: date-time */
            expiresAt: string;
            /** Format: uuid */
            id: string;
            meaning: components["schemas"]["Meaning"];
            shown: {
                [key: string]: unknown;
            };
            statement: components["schemas"]["Text"];
        };
        CheckpointView: {
            alarms: components["schemas"]["AlarmView"][];
            anchor?: components["schemas"]["AnchorView"];
            checkpoint?: components["schemas"]["Sealed"];
            epochNeeded: boolean;
            keys: components["schemas"]["KeyView"][];
            /** Format: int64 */
            logSize: number;
            notary?: components["schemas"]["NotaryView"];
            on: boolean;
            /** Format: date-time */
            stampedAt?: string;
            /** Format: int64 */
            waitingEvents: number;
            /** Format: date-time */
            waitingSince?: string;
        };
        Client: {
            id: string;
            name: components["schemas"]["Text"];
        };
        CompletionBody: {
            coi: string;
            comment?: string;
            language?: string;
            reasons?: {
                [key: string]: string;
            };
            /** Format: int32 */
            revision: number;
            signature?: components["schemas"]["SignatureBody"];
            supervisor?: components["schemas"]["SignatureBody"];
            values?: {
                [key: string]: string;
            };
        };
        ConnectionChange: {
            /** Format: date-time */
            at: string;
            reason?: string;
            state: components["schemas"]["ConnectionState"];
        };
        ConnectionEvent: {
            equipment: string;
            reason: string;
            state: string;
        };
        /** @enum {string} */
        ConnectionState: "CONNECTING" | "LIVE" | "STALE" | "DOWN" | "UNTRUSTED";
        ConnectionView: {
            certificate?: string;
            reason?: string;
            /** Format: date-time */
            since: string;
            state: components["schemas"]["ConnectionState"];
        };
        Container: {
            coi: string;
            container: string;
        };
        CorrectionAnswer: {
            exceptions: components["schemas"]["OpenedException"][];
            recomputed: string[];
            /** Format: int32 */
            revision: number;
            voided: string[];
        };
        CorrectionBody: {
            coi: string;
            language?: string;
            parameter: string;
            reason: string;
            /** Format: int32 */
            revision: number;
            signature: components["schemas"]["SignatureBody"];
            value: string;
        };
        Counts: {
            /** Format: int64 */
            open: number;
            /** Format: int64 */
            total: number;
        };
        CurrentStep: {
            key: string;
            number: string;
            state: components["schemas"]["StepRunState"];
            title: components["schemas"]["Text"];
        };
        DecisionBody: {
            comment: string;
            decision: components["schemas"]["OpenExceptionsDecision"];
            language?: string;
            signature: components["schemas"]["SignatureBody"];
        };
        DecisionDraft: {
            comment: string;
            decision: components["schemas"]["OpenExceptionsDecision"];
            language?: string;
        };
        DiagramView: {
            bpmnXml: string;
            processId: string;
            title: components["schemas"]["Text"];
        };
        DispositionBody: {
            decision: components["schemas"]["BatchDisposition"];
            language?: string;
            reason?: string;
            signature: components["schemas"]["SignatureBody"];
        };
        DispositionDraft: {
            decision: components["schemas"]["BatchDisposition"];
            language?: string;
            reason?: string;
        };
        DispositionView: {
            /** Format: date-time */
            at: string;
            by: components["schemas"]["PersonRef"];
            decision: components["schemas"]["BatchDisposition"];
            reason?: string;
        };
        EpochBody: {
            language?: string;
            reason: string;
            signature: components["schemas"]["SignatureBody"];
        };
        EpochDraft: {
            reason: string;
        };
        EpochView: {
            /** Format: int64 */
            epoch: number;
        };
        EquipmentCommand: {
            action: components["schemas"]["EquipmentCommandAction"];
            equipment: string;
            expectedStates: string[];
            id: string;
            name: components["schemas"]["Text"];
            program?: string;
            setPoints: {
                [key: string]: string;
            };
        };
        /** @enum {string} */
        EquipmentCommandAction: "LOAD_PROGRAM" | "START_PROGRAM" | "SET_POINTS" | "HOLD" | "UNHOLD" | "STOP";
        EquipmentList: {
            equipment: components["schemas"]["EquipmentView"][];
        };
        EquipmentNeed: {
            equipmentClass: string;
            name: components["schemas"]["Text"];
            role: string;
        };
        EquipmentView: {
            batch?: components["schemas"]["BatchInUse"];
            /** Format: date */
            calibrationDue?: string;
            class: string;
            connection: components["schemas"]["ConnectionView"];
            history?: components["schemas"]["ConnectionChange"][];
            id: string;
            name: components["schemas"]["Text"];
            program?: string;
            state?: string;
            suite: string;
            tags?: components["schemas"]["TagView"][];
        };
        EvaluatedView: {
            detail: {
                [key: string]: string;
            };
            display?: string;
            problem?: components["schemas"]["Refusal"];
            unit?: string;
            value?: string;
            verdict: components["schemas"]["Verdict"];
        };
        Evaluation: {
            values: {
                [key: string]: components["schemas"]["EvaluatedView"];
            };
        };
        ExceptionDecided: {
            /** Format: uuid */
            id: string;
            state: components["schemas"]["BatchExceptionState"];
        };
        ExceptionList: {
            exceptions: components["schemas"]["ExceptionView"][];
        };
        ExceptionView: {
            comment?: string;
            /** Format: date-time */
            decidedAt?: string;
            decidedBy?: components["schemas"]["PersonRef"];
            decision?: string;
            /** Format: uuid */
            id: string;
            limit?: string;
            /** Format: int32 */
            number: number;
            /** Format: date-time */
            openedAt: string;
            openedBy: components["schemas"]["PersonRef"];
            parameter?: string;
            reason?: string;
            severity: components["schemas"]["BatchExceptionSeverity"];
            state: components["schemas"]["BatchExceptionState"];
            step?: string;
            stepNumber?: string;
            text: components["schemas"]["Text"];
            type: components["schemas"]["BatchExceptionType"];
            value?: string;
        };
        Fault: {
            code?: string;
            field?: string;
            file?: string;
            /** Format: int32 */
            line?: number;
            needed?: string;
            parameter?: string;
            rule: string;
            solver?: string;
            value?: string;
        };
        GapView: {
            /** Format: date-time */
            from: string;
            reason: string;
            /** Format: date-time */
            to?: string;
        };
        Heartbeat: {
            clock: components["schemas"]["PlantClock"];
            /** Format: date-time */
            now: string;
        };
        HoldBody: {
            action: components["schemas"]["LegalHoldsAction"];
            reason: string;
        };
        HoldTime: {
            id: string;
            name: components["schemas"]["Text"];
            /** Format: duration */
            normal: string;
            /** Format: duration */
            reject?: string;
            start: string;
            stop: string;
            /** Format: duration */
            warnAfter: string;
        };
        HoldTimeView: {
            id: string;
            name: components["schemas"]["Text"];
            /** Format: date-time */
            normalUntil: string;
            /** Format: date-time */
            rejectAfter?: string;
            /** Format: date-time */
            startedAt: string;
            state: components["schemas"]["ReadRecordHoldState"];
            /** Format: date-time */
            stoppedAt?: string;
            /** Format: date-time */
            warnAt: string;
        };
        HoldView: {
            action: components["schemas"]["LegalHoldsAction"];
            /** Format: date-time */
            at: string;
            by: components["schemas"]["PersonRef"];
            reason: string;
        };
        KeyView: {
            id: string;
            name: string;
            verifierKey: string;
        };
        Lane: {
            buckets?: components["schemas"]["BucketView"][];
            /** Format: int32 */
            decimals: number;
            /** Format: date-time */
            from: string;
            gaps: components["schemas"]["GapView"][];
            high?: string;
            low?: string;
            name: components["schemas"]["Text"];
            raw?: components["schemas"]["RawView"][];
            tag: string;
            /** Format: date-time */
            to: string;
            unit?: string;
        };
        Lanes: {
            lanes: components["schemas"]["Lane"][];
        };
        /** @enum {string} */
        LegalHoldsAction: "SET" | "LIFTED";
        Limits: {
            alert: components["schemas"]["Range"][];
            allowed: string[];
            normal?: components["schemas"]["Range"];
            /** Format: decimal */
            rejectAbove?: string;
            /** Format: decimal */
            rejectBelow?: string;
        };
        LiveEvents: {
            connection: components["schemas"]["ConnectionEvent"];
            heartbeat: components["schemas"]["Heartbeat"];
            values: components["schemas"]["TagValue"][];
            work: {
                [key: string]: string;
            };
        };
        LiveView: {
            /** Format: int32 */
            decimals: number;
            high?: string;
            low?: string;
            name: components["schemas"]["Text"];
            tagId: string;
            unit?: string;
        };
        LogIn: {
            password: string;
            user: string;
        };
        MasterBatchRecord: {
            equipment: components["schemas"]["MasterBatchRecordEquipmentRequirement"][];
            languages: string[];
            materials: components["schemas"]["MasterBatchRecordMaterialRequirement"][];
            name: components["schemas"]["Text"];
            procedure: string;
            product: string;
            unitProcedures: components["schemas"]["UnitProcedure"][];
            version: string;
        };
        MasterBatchRecordEquipmentRequirement: {
            equipmentClass: string;
            name: components["schemas"]["Text"];
            role: string;
        };
        MasterBatchRecordMaterialRequirement: {
            attributes: string[];
            id: string;
            name: components["schemas"]["Text"];
        };
        /** @enum {string} */
        Meaning: "PERFORMED" | "VERIFIED" | "REVIEWED" | "APPROVED" | "RELEASED" | "REJECTED" | "CORRECTED";
        NewAdministrator: {
            nameEn: string;
            nameJa: string;
            user: string;
        };
        NewPassword: {
            administrator?: components["schemas"]["NewAdministrator"];
            password: string;
            token: string;
        };
        NewPerson: {
            clients: string[];
            nameEn: string;
            nameJa: string;
            roles: components["schemas"]["Role"][];
            user: string;
        };
        NewRights: {
            active: boolean;
            clients: string[];
            reason: string;
            roles: components["schemas"]["Role"][];
        };
        NextStep: {
            batchId: string;
            key: string;
        };
        NotaryView: {
            answer: string;
            /** Format: date-time */
            at: string;
        };
        OpenedException: {
            /** Format: int32 */
            number: number;
            severity: components["schemas"]["BatchExceptionSeverity"];
            text: components["schemas"]["Text"];
        };
        /** @enum {string} */
        OpenExceptionsDecision: "ACCEPT" | "DEVIATION" | "CLOSE_DEVIATION";
        Order: {
            bodyWeightKg: string;
            client: string;
            equipment: {
                [key: string]: string;
            };
            patientToken: string;
            product: string;
            suite: string;
        };
        Ordered: {
            batchId: string;
            checkWord: components["schemas"]["Text"];
            coi: string;
            /** Format: int32 */
            glyph: number;
            number: string;
            shortCode: string;
        };
        OrderOptions: {
            clients: components["schemas"]["SiteClient"][];
            products: components["schemas"]["OrderProduct"][];
            suites: components["schemas"]["SiteSuite"][];
            units: components["schemas"]["OrderUnit"][];
        };
        OrderProduct: {
            code: string;
            equipment: components["schemas"]["EquipmentNeed"][];
            name: components["schemas"]["Text"];
            version: string;
        };
        OrderUnit: {
            busy?: string;
            equipmentClass: string;
            id: string;
            name: components["schemas"]["Text"];
            suite: string;
        };
        Parameter: {
            choices: components["schemas"]["ParameterChoice"][];
            classification: components["schemas"]["ParameterClassification"];
            /** Format: int32 */
            decimals: number;
            id: string;
            limits?: components["schemas"]["Limits"];
            name: components["schemas"]["Text"];
            planned: boolean;
            policy: components["schemas"]["ParameterOutsidePolicy"];
            required: boolean;
            source: components["schemas"]["Source"];
            type: components["schemas"]["ParameterType"];
            unit?: string;
        };
        ParameterChoice: {
            name: components["schemas"]["Text"];
            value: string;
            verdict?: components["schemas"]["Verdict"];
        };
        /** @enum {string} */
        ParameterClassification: "CPP" | "CQA" | "IPC" | "INFO";
        /** @enum {string} */
        ParameterOutsidePolicy: "WARN" | "REASON" | "SECOND_SIGNATURE" | "BLOCK";
        /** @enum {string} */
        ParameterType: "DECIMAL" | "INTEGER" | "BOOLEAN" | "CHOICE" | "TEXT" | "TIME" | "SCAN" | "FILE" | "CURVE";
        ParameterView: {
            choices: components["schemas"]["ParameterChoice"][];
            classification: components["schemas"]["ParameterClassification"];
            /** Format: int32 */
            decimals: number;
            id: string;
            limits?: components["schemas"]["Limits"];
            name: components["schemas"]["Text"];
            planned?: boolean;
            policy: components["schemas"]["ParameterOutsidePolicy"];
            recorded?: components["schemas"]["ValueView"];
            required: boolean;
            source: components["schemas"]["Source"];
            type: components["schemas"]["ParameterType"];
            unit?: string;
        };
        PasswordLink: {
            /** Format: date-time */
            expiresAt: string;
            path: string;
            user: string;
        };
        PeopleView: {
            clients: components["schemas"]["SiteClient"][];
            people: components["schemas"]["PersonLine"][];
        };
        PersonLine: {
            account: components["schemas"]["Account"];
            active: boolean;
            clients: string[];
            id: string;
            name: components["schemas"]["Text"];
            roles: components["schemas"]["Role"][];
        };
        PersonRef: {
            id: string;
            name: components["schemas"]["Text"];
        };
        PlantClock: {
            /** Format: date-time */
            now: string;
            /** Format: double */
            speed: number;
        };
        Problem: {
            code: string;
            detail: string;
            faults?: components["schemas"]["Fault"][];
            instance?: string;
            needed?: string;
            rule: string;
            solver?: string;
            /** Format: int32 */
            status: number;
            title: string;
            type?: string;
            value?: string;
        };
        ProblemBody: {
            category: string;
            /** Format: uuid */
            requestId: string;
            text?: string;
        };
        ProcessView: {
            activities: components["schemas"]["Activity"][];
            diagrams: components["schemas"]["DiagramView"][];
        };
        Product: {
            code: string;
            name: components["schemas"]["Text"];
            version: string;
        };
        /** @enum {string} */
        Purpose: "PERFORM" | "SUPERVISE" | "VERIFY" | "CORRECT";
        QueueLine: {
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            endedAt?: string;
            header: components["schemas"]["BatchHeader"];
            need: components["schemas"]["ReviewBatchNeed"];
            /** Format: int32 */
            openExceptions: number;
            /** Format: date-time */
            since: string;
        };
        Range: {
            /** Format: decimal */
            high?: string;
            /** Format: decimal */
            low?: string;
        };
        RawView: {
            q: components["schemas"]["ReadingQuality"];
            /** Format: date-time */
            t: string;
            v?: string;
        };
        /** @enum {string} */
        ReadingQuality: "GOOD" | "UNCERTAIN" | "BAD";
        /** @enum {string} */
        ReadRecordHoldState: "RUNNING" | "WARNING" | "ALERT" | "REJECT" | "MET" | "EXCEEDED";
        ReasonBody: {
            reason: string;
        };
        RecipeList: {
            recipes: components["schemas"]["VersionView"][];
        };
        /** @enum {string} */
        RecipeVersionState: "IMPORTED" | "EFFECTIVE" | "RETIRED";
        RecipeView: {
            diagrams: components["schemas"]["DiagramView"][];
            recipe: components["schemas"]["MasterBatchRecord"];
            version: components["schemas"]["VersionView"];
        };
        RecordedException: {
            comment?: string;
            /** Format: date-time */
            decidedAt?: string;
            decidedBy?: components["schemas"]["BatchRecordActor"];
            decision?: string;
            decisions: components["schemas"]["RecordedExceptionDecided"][];
            id: string;
            limit?: string;
            /** Format: int32 */
            number: number;
            /** Format: date-time */
            openedAt: string;
            openedBy: components["schemas"]["BatchRecordActor"];
            parameter?: string;
            reason?: string;
            severity: components["schemas"]["BatchExceptionSeverity"];
            state: components["schemas"]["BatchExceptionState"];
            step?: string;
            stepNumber?: string;
            text: components["schemas"]["Text"];
            type: components["schemas"]["BatchExceptionType"];
            value?: string;
        };
        RecordedExceptionDecided: {
            /** Format: date-time */
            at: string;
            by: components["schemas"]["BatchRecordActor"];
            comment: string;
            decision: string;
            signature: string;
        };
        RecordedSeal: {
            chainHead: string;
            /** Format: int64 */
            chainSeq: number;
            /** Format: int64 */
            epoch: number;
            root: string;
            /** Format: int64 */
            size: number;
        };
        RecordedSignature: {
            by: components["schemas"]["BatchRecordActor"];
            content?: string;
            digest: string;
            id: string;
            language: string;
            meaning: components["schemas"]["Meaning"];
            printedName: components["schemas"]["Text"];
            recomputes: boolean;
            /** Format: date-time */
            signedAt: string;
            subject: string;
            voidReason?: string;
        };
        RecordedStep: {
            comment?: string;
            /** Format: date-time */
            completedAt?: string;
            id: string;
            identityChecks: components["schemas"]["RecordedStepIdentityCheck"][];
            instructions: components["schemas"]["Text"][];
            key: string;
            language?: string;
            number: string;
            /** Format: date-time */
            openedAt: string;
            operation: components["schemas"]["Text"];
            parameters: components["schemas"]["RecordedStepLine"][];
            /** Format: date-time */
            performedAt?: string;
            performedBy?: components["schemas"]["BatchRecordActor"];
            performer: components["schemas"]["Role"];
            /** Format: int32 */
            revision: number;
            signature?: components["schemas"]["StepSignatureMeaning"];
            signatures: components["schemas"]["RecordedSignature"][];
            state: components["schemas"]["StepRunState"];
            title: components["schemas"]["Text"];
            verification: components["schemas"]["StepVerification"];
            /** Format: date-time */
            verifiedAt?: string;
            verifiedBy?: components["schemas"]["BatchRecordActor"];
        };
        RecordedStepIdentityCheck: {
            /** Format: date-time */
            at: string;
            by: components["schemas"]["BatchRecordActor"];
            code: string;
            matched: boolean;
            name: components["schemas"]["Text"];
            scan: string;
        };
        RecordedStepLine: {
            choices: components["schemas"]["ParameterChoice"][];
            classification: components["schemas"]["ParameterClassification"];
            /** Format: int32 */
            decimals: number;
            id: string;
            limits?: components["schemas"]["Limits"];
            name: components["schemas"]["Text"];
            policy: components["schemas"]["ParameterOutsidePolicy"];
            recorded?: components["schemas"]["RecordedStepValue"];
            required: boolean;
            source: components["schemas"]["Source"];
            type: components["schemas"]["ParameterType"];
            unit?: string;
        };
        RecordedStepValue: {
            /** Format: date-time */
            at: string;
            by: components["schemas"]["BatchRecordActor"];
            display: string;
            earlier: components["schemas"]["RecordedStepValue"][];
            provenance: {
                [key: string]: string;
            };
            reason?: string;
            /** Format: int32 */
            revision: number;
            source: string;
            unit?: string;
            value: string;
            verdict: components["schemas"]["Verdict"];
        };
        RecordedUnitProcedure: {
            /** Format: date-time */
            endedAt?: string;
            holdTimes: components["schemas"]["RecordedUnitProcedureHoldTime"][];
            id: string;
            number: string;
            /** Format: date-time */
            startedAt?: string;
            steps: components["schemas"]["RecordedStep"][];
            title: components["schemas"]["Text"];
        };
        RecordedUnitProcedureHoldTime: {
            id: string;
            name: components["schemas"]["Text"];
            /** Format: date-time */
            normalUntil: string;
            /** Format: date-time */
            rejectAfter?: string;
            /** Format: date-time */
            startedAt: string;
            state: components["schemas"]["ReadRecordHoldState"];
            /** Format: date-time */
            stoppedAt?: string;
            /** Format: date-time */
            warnAt: string;
        };
        RecordKeys: {
            keys: string[];
        };
        Refusal: {
            code: string;
            needed?: string;
            rule: string;
            solver?: string;
            value?: string;
        };
        RetentionView: {
            due: boolean;
            holds: components["schemas"]["HoldView"][];
            legalHold?: components["schemas"]["HoldView"];
            /** Format: date-time */
            retainUntil?: string;
            rule: components["schemas"]["RuleView"];
        };
        ReviewBatchCoverage: {
            detail?: components["schemas"]["Text"];
            /** Format: int64 */
            good: number;
            id: string;
            name: components["schemas"]["Text"];
            /** Format: int64 */
            total: number;
        };
        /** @enum {string} */
        ReviewBatchNeed: "REVIEW" | "DISPOSITION" | "REJECTION";
        ReviewQueue: {
            reviews: components["schemas"]["QueueLine"][];
        };
        ReviewView: {
            coverage: components["schemas"]["ReviewBatchCoverage"][];
            disposition?: components["schemas"]["DispositionView"];
            exceptions: components["schemas"]["ExceptionView"][];
            header: components["schemas"]["BatchHeader"];
            reviews: components["schemas"]["SignatureView"][];
            verdict: components["schemas"]["VerdictView"];
        };
        /** @enum {string} */
        Role: "OPERATOR" | "LOGISTICS" | "QC_ANALYST" | "SUPERVISOR" | "QA" | "PROCESS_ENGINEER" | "EQUIPMENT_ENGINEER" | "PLANNER" | "ADMINISTRATOR" | "CLIENT_READER";
        RuleBody: {
            market: string;
            product: string;
            reason: string;
            /** Format: int32 */
            shelfLifeMonths: number;
            source: string;
            /** Format: int32 */
            years: number;
        };
        RuleList: {
            rules: components["schemas"]["RuleView"][];
        };
        RuleView: {
            market: string;
            product: string;
            /** Format: date-time */
            setAt?: string;
            setBy?: components["schemas"]["PersonRef"];
            /** Format: int32 */
            shelfLifeMonths: number;
            source: string;
            /** Format: int32 */
            years: number;
        };
        ScanAnswer: {
            expected: components["schemas"]["Container"];
            result: components["schemas"]["ScanResult"];
            scanned: string;
        };
        ScanBody: {
            code: string;
            scan: string;
        };
        ScanDone: {
            /** Format: date-time */
            at: string;
            by: components["schemas"]["PersonRef"];
        };
        /** @enum {string} */
        ScanResult: "MATCH" | "MISMATCH";
        ScanView: {
            container: string;
            done?: components["schemas"]["ScanDone"];
            id: string;
            name: components["schemas"]["Text"];
        };
        Sealed: {
            /** Format: int64 */
            epoch: number;
            root: string;
            /** Format: date-time */
            sealedAt: string;
            /** Format: int64 */
            size: number;
        };
        /** @enum {string} */
        SealTrailFault: "NOTARY_AWAY" | "NOTARY_REFUSED" | "NOTARY_NOT_BELIEVED" | "ROLLED_BACK" | "CHAIN_SHORTER" | "ANCHOR_FAILED" | "STAMP_FAILED";
        SessionPerson: {
            clients?: string[];
            id: string;
            name: components["schemas"]["Text"];
            roles: components["schemas"]["Role"][];
        };
        SessionView: {
            clock: components["schemas"]["PlantClock"];
            csrfToken: string;
            demonstration: boolean;
            /** Format: int64 */
            idleLockSeconds: number;
            locked: boolean;
            person: components["schemas"]["SessionPerson"];
            /** Format: date-time */
            serverTime: string;
            siteZone: string;
        };
        SignatureBody: {
            /** Format: uuid */
            challenge: string;
            password: string;
            user: string;
        };
        SignatureView: {
            /** Format: date-time */
            at: string;
            by: components["schemas"]["PersonRef"];
            meaning: components["schemas"]["Meaning"];
        };
        SignedHoldBody: {
            action: components["schemas"]["LegalHoldsAction"];
            language?: string;
            reason: string;
            signature: components["schemas"]["SignatureBody"];
        };
        SignedReasonBody: {
            language?: string;
            reason: string;
            signature: components["schemas"]["SignatureBody"];
        };
        SiteClient: {
            id: string;
            name: components["schemas"]["Text"];
        };
        SiteSuite: {
            id: string;
            name: components["schemas"]["Text"];
        };
        Source: components["schemas"]["SourceManual"] | components["schemas"]["SourceScan"] | components["schemas"]["SourceFormula"] | components["schemas"]["SourceTag"] | components["schemas"]["SourceWindow"] | components["schemas"]["SourcePrevious"] | components["schemas"]["SourceCertificate"];
        SourceCertificate: {
            attribute: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "CERTIFICATE";
            scan: string;
        };
        SourceFormula: {
            expression: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "FORMULA";
        };
        SourceManual: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "MANUAL";
        };
        SourcePrevious: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "PREVIOUS";
            occurrence: components["schemas"]["SourcePreviousOccurrence"];
            parameter: string;
            step: string;
        };
        /** @enum {string} */
        SourcePreviousOccurrence: "FIRST" | "LAST";
        SourceScan: {
            equipment?: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "SCAN";
            material?: string;
            of: components["schemas"]["SourceScanKind"];
            sameAs?: string;
        };
        /** @enum {string} */
        SourceScanKind: "LOT" | "EQUIPMENT" | "LABEL" | "PATIENT" | "FREE";
        /** @enum {string} */
        SourceStatistic: "MIN" | "MAX" | "MEAN" | "FIRST" | "LAST" | "MEAN_KINETIC_TEMPERATURE" | "COVERAGE" | "MINUTES_OUTSIDE" | "NUCLEATION_TEMPERATURE" | "EXOTHERM_RISE" | "PLATEAU_MINUTES" | "COOLING_RATE" | "DURATION";
        SourceTag: {
            equipment: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "TAG";
            /** Format: duration */
            maxAge: string;
            tag: string;
        };
        SourceWindow: {
            equipment: string;
            from: string;
            high?: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "WINDOW";
            low?: string;
            /** Format: int32 */
            minCoverage: number;
            statistic: components["schemas"]["SourceStatistic"];
            tag: string;
            to?: string;
        };
        Step: {
            caution?: components["schemas"]["Text"];
            equipment: string[];
            id: string;
            identityScans: components["schemas"]["StepIdentityScan"][];
            instructions: components["schemas"]["Text"][];
            liveTags: components["schemas"]["StepTagReference"][];
            number: string;
            operation: components["schemas"]["Text"];
            parameters: components["schemas"]["Parameter"][];
            performer: components["schemas"]["Role"];
            routing: {
                [key: string]: string;
            };
            signature?: components["schemas"]["StepSignatureMeaning"];
            title: components["schemas"]["Text"];
            verification: components["schemas"]["StepVerification"];
        };
        StepIdentityScan: {
            container: string;
            id: string;
            name: components["schemas"]["Text"];
        };
        StepLine: {
            /** Format: date-time */
            completedAt?: string;
            /** Format: int64 */
            exceptions: number;
            key: string;
            number: string;
            /** Format: date-time */
            openedAt?: string;
            performedBy?: components["schemas"]["PersonRef"];
            state: components["schemas"]["StepLineState"];
            title: components["schemas"]["Text"];
            verifiedBy?: components["schemas"]["PersonRef"];
        };
        /** @enum {string} */
        StepLineState: "PENDING" | "OPEN" | "AWAITING_VERIFICATION" | "COMPLETE" | "ABANDONED";
        StepOutcome: {
            exceptions: components["schemas"]["OpenedException"][];
            next?: components["schemas"]["NextStep"];
            /** Format: int32 */
            revision: number;
            state: components["schemas"]["StepRunState"];
        };
        /** @enum {string} */
        StepRunState: "OPEN" | "AWAITING_VERIFICATION" | "COMPLETE" | "ABANDONED";
        /** @enum {string} */
        StepSignatureMeaning: "PERFORMED" | "VERIFIED" | "REVIEWED" | "APPROVED" | "RELEASED" | "REJECTED" | "CORRECTED";
        StepTagReference: {
            equipment: string;
            tag: string;
        };
        /** @enum {string} */
        StepVerification: "NONE" | "VERIFY" | "BLIND_SECOND_ENTRY";
        StepView: {
            caution?: components["schemas"]["Text"];
            comment?: string;
            header: components["schemas"]["BatchHeader"];
            holdTimes: components["schemas"]["HoldTimeView"][];
            identityScans: components["schemas"]["ScanView"][];
            instructions: components["schemas"]["Text"][];
            key: string;
            live: components["schemas"]["LiveView"][];
            number: string;
            /** Format: date-time */
            openedAt: string;
            operation: components["schemas"]["Text"];
            parameters: components["schemas"]["ParameterView"][];
            /** Format: date-time */
            performedAt?: string;
            performedBy?: components["schemas"]["PersonRef"];
            performer: components["schemas"]["Role"];
            refusal?: components["schemas"]["Refusal"];
            /** Format: int32 */
            revision: number;
            signature?: components["schemas"]["StepSignatureMeaning"];
            state: components["schemas"]["StepRunState"];
            title: components["schemas"]["Text"];
            unitProcedure: components["schemas"]["UnitProcedureLine"];
            verification: components["schemas"]["StepVerification"];
            /** Format: date-time */
            verifiedAt?: string;
            verifiedBy?: components["schemas"]["PersonRef"];
        };
        TagValue: {
            q: components["schemas"]["ReadingQuality"];
            stale: boolean;
            /** Format: date-time */
            t: string;
            tag: string;
            text?: string;
            v?: string;
        };
        TagView: {
            alarmHigh?: string;
            alarmLow?: string;
            /** Format: int32 */
            decimals: number;
            high?: string;
            id: string;
            low?: string;
            name: components["schemas"]["Text"];
            node: string;
            quality?: components["schemas"]["ReadingQuality"];
            /** Format: date-time */
            receivedAt?: string;
            /** Format: date-time */
            sourceTime?: string;
            stale: boolean;
            tag: string;
            text?: string;
            unit?: string;
            value?: string;
        };
        Text: {
            en: string;
            ja: string;
        };
        Token: {
            token: string;
        };
        TrustBody: {
            thumbprint: string;
        };
        UnitProcedure: {
            commands: components["schemas"]["EquipmentCommand"][];
            holdTimes: components["schemas"]["HoldTime"][];
            id: string;
            number: string;
            steps: components["schemas"]["Step"][];
            title: components["schemas"]["Text"];
        };
        UnitProcedureLine: {
            id: string;
            number: string;
            title: components["schemas"]["Text"];
        };
        /** @enum {string} */
        UnitProcedureState: "PENDING" | "RUNNING" | "COMPLETE";
        UnitProcedureView: {
            /** Format: date-time */
            endedAt?: string;
            id: string;
            number: string;
            /** Format: date-time */
            startedAt?: string;
            state: components["schemas"]["UnitProcedureState"];
            steps: components["schemas"]["StepLine"][];
            title: components["schemas"]["Text"];
        };
        Unlock: {
            reason: string;
        };
        ValuesBody: {
            values?: {
                [key: string]: string;
            };
        };
        ValueView: {
            /** Format: date-time */
            at: string;
            by: components["schemas"]["PersonRef"];
            display: string;
            earlier: components["schemas"]["ValueView"][];
            provenance?: {
                [key: string]: string;
            };
            reason?: string;
            /** Format: int32 */
            revision: number;
            source: string;
            unit?: string;
            value: string;
            verdict: components["schemas"]["Verdict"];
        };
        /** @enum {string} */
        Verdict: "NOT_JUDGED" | "NORMAL" | "ALERT" | "REJECT";
        VerdictView: {
            blockers: components["schemas"]["BlockerView"][];
            releasable: boolean;
        };
        VerificationBody: {
            coi: string;
            comment?: string;
            language?: string;
            /** Format: int32 */
            revision: number;
            signature: components["schemas"]["SignatureBody"];
            values?: {
                [key: string]: string;
            };
        };
        VersionView: {
            /** Format: date-time */
            approvedAt?: string;
            approvedBy?: components["schemas"]["PersonRef"];
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            importedAt: string;
            importedBy: components["schemas"]["PersonRef"];
            name: components["schemas"]["Text"];
            packageHash: string;
            product: string;
            state: components["schemas"]["RecipeVersionState"];
            version: string;
        };
        Work: {
            items: components["schemas"]["WorkItem"][];
            /** Format: int32 */
            more: number;
            /** Format: date-time */
            now: string;
        };
        WorkItem: {
            action: components["schemas"]["WorkListAction"];
            batch: components["schemas"]["BatchHeader"];
            /** Format: date-time */
            dueAt?: string;
            holdTimes: components["schemas"]["HoldTimeView"][];
            /** Format: date-time */
            openedAt: string;
            refusal?: components["schemas"]["Refusal"];
            requestedBy?: components["schemas"]["PersonRef"];
            step: components["schemas"]["WorkStep"];
            unitProcedure: components["schemas"]["UnitProcedureLine"];
        };
        /** @enum {string} */
        WorkListAction: "PERFORM" | "VERIFY" | "REVIEW" | "LOOK";
        WorkStep: {
            key: string;
            number: string;
            state: components["schemas"]["StepRunState"];
            title: components["schemas"]["Text"];
        };
    };
    responses: {
        /** @description Refused: the rule, the value met, what was needed, who can solve it */
        Refused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    accessLinkUse: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPassword"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessLinkUsed"];
                };
            };
            401: components["responses"]["Refused"];
            403: components["responses"]["Refused"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Refused"];
            503: components["responses"]["Refused"];
        };
    };
    accessLinkView: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Token"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessLinkView"];
                };
            };
            401: components["responses"]["Refused"];
            403: components["responses"]["Refused"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Refused"];
            503: components["responses"]["Refused"];
        };
    };
    auditTrail: {
        parameters: {
            query?: {
                action?: string;
                batch?: string;
                before?: number;
                entity?: string;
                limit?: number;
                person?: string;
                text?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditTrail"];
                };
            };
            401: components["responses"]["Refused"];
            403: components["responses"]["Refused"];
            422: components["responses"]["Refused"];
            503: components["responses"]["Refused"];
        };
    };
    auditCsv: {
        parameters: {
            query?: {
                action?: string;
                batch?: string;
                entity?: string;
                person?: string;
                text?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            401: components["responses"]["Refused"];
            403: components["responses"]["Refused"];
            422: components["responses"]["Refused"];
            503: components["responses"]["Refused"];
        };
    };
    auditCheck: {
        parameters: {
            query?: {
                batch?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditChain"];
                };
            };
            401: components["responses"]["Refused"];
            403: components["responses"]["Refused"];
            422: components["responses"]["Refused"];
            503: components["responses"]["Refused"];
        };
    };
    batchList: {
        parameters: {
            query?: {
                client?: string;
                limit?: number;
                state?: components["schemas"]["BatchState"][];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchList"];
                };
            };
            401: components["responses"]["Refused"];
            403: components["responses"]["Refused"];
            422: components["responses"]["Refused"];
            503: components["responses"]["Refused"];
        };
    };
    batchGet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchView"];
                };
            };
            401: components["responses"]["Refused"];
            403: components["responses"]["Refused"];
            404: components["responses"]["Refused"];
            422: components["responses"]["Refused"];
            503: components["responses"]["Refused"];
        };
    };
    batchAbort: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch: string;
                requestId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignedReasonBody"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Refused"];
            403: components["responses"]["Refused"];
            404: components["responses"]["Refused"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Refused"];
            503: components["responses"]["Refused"];
        };
    };
    batchChallengeAbort: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChallengeView"];
                };
            };
            401: components["responses"]["Refused"];
            403: components["responses"]["Refused"];
            404: components["responses"]["Refused"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Refused"];
            503: components["responses"]["Refused"];
        };
    };
    reviewDispose: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch: string;
                requestId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DispositionBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DispositionView"];
                };
            };
            401: components["responses"]["Refused"];
            403: components["responses"]["Refused"];
            404: components["responses"]["Refused"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Refused"];
            503: components["responses"]["Refused"];
        };
    };
    reviewChallenge: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DispositionDraft"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChallengeView"];
                };
            };
            401: components["responses"]["Refused"];
            403: components["responses"]["Refused"];
            404: components["responses"]["Refused"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Refused"];
            503: components["responses"]["Refused"];
        };
    };
    exceptionOfBatch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExceptionList"];
                };
            };
            401: components["responses"]["Refused"];
            403: components["responses"]["Refused"];
            404: components["responses"]["Refused"];
            422: components["responses"]["Refused"];
            503: components["responses"]["Refused"];
        };
    };
    batchHold: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch: string;
                requestId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonBody"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Refused"];
            403: components["responses"]["Refused"];
            404: components["responses"]["Refused"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Refused"];
            503: components["responses"]["Refused"];
        };
    };
    retentionDecide: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch: string;
                requestId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignedHoldBody"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Refused"];
            403: components["responses"]["Refused"];
            404: components["responses"]["Refused"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Refused"];
            503: components["responses"]["Refused"];
        };
    };
    retentionChallenge: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HoldBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChallengeView"];
                };
            };
            401: components["responses"]["Refused"];
            403: components["responses"]["Refused"];
            404: components["responses"]["Refused"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Refused"];
            503: components["responses"]["Refused"];
        };
    };
    portablePortable: {
        parameters: {
            query?: {
                copy?: string;
            };
            header?: never;
            path: {
                batch: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": string;
                };
            };
            401: components["responses"]["Refused"];
            403: components["responses"]["Refused"];
            404: components["responses"]["Refused"];
            422: components["responses"]["Refused"];
            503: components["responses"]["Refused"];
        };
    };
    batchProcess: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProcessView"];
                };
            };
            401: components["responses"]["Refused"];
            403: components["responses"]["Refused"];
            404: components["responses"]["Refused"];
            422: components["responses"]["Refused"];
            503: components["responses"]["Refused"];
        };
    };
    recordJson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchRecord"];
                };
            };
            401: components["responses"]["Refused"];
            403: components["responses"]["Refused"];
            404: components["responses"]["Refused"];
            422: components["responses"]["Refused"];
            503: components["responses"]["Refused"];
        };
    };
    recordPdf: {
        parameters: {
            query?: {
                lang?: string;
            };
            header?: never;
            path: {
                batch: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            401: components["responses"]["Refused"];
            403: components["responses"]["Refused"];
            404: components["responses"]["Refused"];
            422: components["responses"]["Refused"];
            503: components["responses"]["Refused"];
        };
    };
    batchResume: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch: string;
                requestId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignedReasonBody"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Refused"];
            403: components["responses"]["Refused"];
            404: components["responses"]["Refused"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Refused"];
            503: components["responses"]["Refused"];
        };
    };
    batchChallengeResume: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChallengeView"];
                };
            };
            401: components["responses"]["Refused"];
            403: components["responses"]["Refused"];
            404: components["responses"]["Refused"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Refused"];
            503: components["responses"]["Refused"];
        };
    };
    retentionOf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetentionView"];
                };
            };
            401: components["responses"]["Refused"];
            403: components["responses"]["Refused"];
            404: components["responses"]["Refused"];
            422: components["responses"]["Refused"];
            503: components["responses"]["Refused"];
        };
    };
    stepStep: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch: string;
                step: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StepView"];
                };
            };
            401: components["responses"]["Refused"];
            403: components["responses"]["Refused"];
            404: components["responses"]["Refused"];
            422: components["responses"]["Refused"];
            503: components["responses"]["Refused"];
        };
    };
    stepChallenge: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch: string;
                step: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChallengeBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChallengeView"];
                };
            };
            401: components["responses"]["Refused"];
            403: components["responses"]["Refused"];
            404: components["responses"]["Refused"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Refused"];
            503: components["responses"]["Refused"];
        };
    };
    stepComplete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch: string;
                requestId: string;
                step: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CompletionBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StepOutcome"];
                };
            };
            401: components["responses"]["Refused"];
            403: components["responses"]["Refused"];
            404: components["responses"]["Refused"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Refused"];
            503: components["responses"]["Refused"];
        };
    };
    stepCorrect: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch: string;
                requestId: string;
                step: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectionBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CorrectionAnswer"];
                };
            };
            401: components["responses"]["Refused"];
            403: components["responses"]["Refused"];
            404: components["responses"]["Refused"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Refused"];
            503: components["responses"]["Refused"];
        };
    };
    stepEvaluate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch: string;
                step: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ValuesBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Evaluation"];
                };
            };
            401: components["responses"]["Refused"];
            403: components["responses"]["Refused"];
            404: components["responses"]["Refused"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Refused"];
            503: components["responses"]["Refused"];
        };
    };
    stepCheck: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch: string;
                step: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScanBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScanAnswer"];
                };
            };
            401: components["responses"]["Refused"];
            403: components["responses"]["Refused"];
            404: components["responses"]["Refused"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Refused"];
            503: components["responses"]["Refused"];
        };
    };
    stepProblem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch: string;
                step: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProblemBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenedException"];
                };
            };
            401: components["responses"]["Refused"];
            403: components["responses"]["Refused"];
            404: components["responses"]["Refused"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Refused"];
            503: components["responses"]["Refused"];
        };
    };
    stepVerify: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch: string;
                requestId: string;
                step: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerificationBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StepOutcome"];
                };
            };
            401: components["responses"]["Refused"];
            403: components["responses"]["Refused"];
            404: components["responses"]["Refused"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Refused"];
            503: components["responses"]["Refused"];
        };
    };
    equipmentAll: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EquipmentList"];
                };
            };
            401: components["responses"]["Refused"];
            403: components["responses"]["Refused"];
            422: components["responses"]["Refused"];
            503: components["responses"]["Refused"];
        };
    };
    equipmentOne: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EquipmentView"];
                };
            };
            401: components["responses"]["Refused"];
            403: components["responses"]["Refused"];
            404: components["responses"]["Refused"];
            422: components["responses"]["Refused"];
            503: components["responses"]["Refused"];
        };
    };
    equipmentRejected: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Certificates"];
                };
            };
            401: components["responses"]["Refused"];
            403: components["responses"]["Refused"];
            422: components["responses"]["Refused"];
            503: components["responses"]["Refused"];
        };
    };
    equipmentTrust: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TrustBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Certificates"];
                };
            };
            401: components["responses"]["Refused"];
            403: components["responses"]["Refused"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Refused"];
            503: components["responses"]["Refused"];
        };
    };
    exceptionChallenge: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecisionDraft"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChallengeView"];
                };
            };
            401: components["responses"]["Refused"];
            403: components["responses"]["Refused"];
            404: components["responses"]["Refused"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Refused"];
            503: components["responses"]["Refused"];
        };
    };
    exceptionDecide: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                requestId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecisionBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExceptionDecided"];
                };
            };
            401: components["responses"]["Refused"];
            403: components["responses"]["Refused"];
            404: components["responses"]["Refused"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Refused"];
            503: components["responses"]["Refused"];
        };
    };
    liveLive: {
        parameters: {
            query?: {
                tags?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["LiveEvents"];
                };
            };
            401: components["responses"]["Refused"];
            403: components["responses"]["Refused"];
            422: components["responses"]["Refused"];
            503: components["responses"]["Refused"];
        };
    };
    orderOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                requestId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Order"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ordered"];
                };
            };
            401: components["responses"]["Refused"];
            403: components["responses"]["Refused"];
            404: components["responses"]["Refused"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Refused"];
            503: components["responses"]["Refused"];
        };
    };
    orderOptions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderOptions"];
                };
            };
            401: components["responses"]["Refused"];
            403: components["responses"]["Refused"];
            422: components["responses"]["Refused"];
            503: components["responses"]["Refused"];
        };
    };
    peopleList: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeopleView"];
                };
            };
            401: components["responses"]["Refused"];
            403: components["responses"]["Refused"];
            422: components["responses"]["Refused"];
            503: components["responses"]["Refused"];
        };
    };
    peopleAdd: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPerson"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasswordLink"];
                };
            };
            401: components["responses"]["Refused"];
            403: components["responses"]["Refused"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Refused"];
            503: components["responses"]["Refused"];
        };
    };
    peopleChange: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewRights"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonLine"];
                };
            };
            401: components["responses"]["Refused"];
            403: components["responses"]["Refused"];
            404: components["responses"]["Refused"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Refused"];
            503: components["responses"]["Refused"];
        };
    };
    peopleIssue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasswordLink"];
                };
            };
            401: components["responses"]["Refused"];
            403: components["responses"]["Refused"];
            404: components["responses"]["Refused"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Refused"];
            503: components["responses"]["Refused"];
        };
    };
    peopleUnlock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Unlock"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonLine"];
                };
            };
            401: components["responses"]["Refused"];
            403: components["responses"]["Refused"];
            404: components["responses"]["Refused"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Refused"];
            503: components["responses"]["Refused"];
        };
    };
    readingsReadings: {
        parameters: {
            query: {
                buckets?: number;
                from?: string;
                tag: string[];
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lanes"];
                };
            };
            401: components["responses"]["Refused"];
            403: components["responses"]["Refused"];
            422: components["responses"]["Refused"];
            503: components["responses"]["Refused"];
        };
    };
    recipeList: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecipeList"];
                };
            };
            401: components["responses"]["Refused"];
            403: components["responses"]["Refused"];
            422: components["responses"]["Refused"];
            503: components["responses"]["Refused"];
        };
    };
    recipeImportZip: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/zip": string;
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionView"];
                };
            };
            401: components["responses"]["Refused"];
            403: components["responses"]["Refused"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Refused"];
            503: components["responses"]["Refused"];
        };
    };
    recipeOne: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecipeView"];
                };
            };
            401: components["responses"]["Refused"];
            403: components["responses"]["Refused"];
            404: components["responses"]["Refused"];
            422: components["responses"]["Refused"];
            503: components["responses"]["Refused"];
        };
    };
    recipeApprove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                requestId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Approval"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionView"];
                };
            };
            401: components["responses"]["Refused"];
            403: components["responses"]["Refused"];
            404: components["responses"]["Refused"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Refused"];
            503: components["responses"]["Refused"];
        };
    };
    recipeChallenge: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChallengeView"];
                };
            };
            401: components["responses"]["Refused"];
            403: components["responses"]["Refused"];
            404: components["responses"]["Refused"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Refused"];
            503: components["responses"]["Refused"];
        };
    };
    portableKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordKeys"];
                };
            };
            401: components["responses"]["Refused"];
            403: components["responses"]["Refused"];
            422: components["responses"]["Refused"];
            503: components["responses"]["Refused"];
        };
    };
    portableSchema: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/schema+json": Record<string, never>;
                };
            };
            401: components["responses"]["Refused"];
            403: components["responses"]["Refused"];
            422: components["responses"]["Refused"];
            503: components["responses"]["Refused"];
        };
    };
    retentionRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleList"];
                };
            };
            401: components["responses"]["Refused"];
            403: components["responses"]["Refused"];
            422: components["responses"]["Refused"];
            503: components["responses"]["Refused"];
        };
    };
    retentionSet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                requestId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RuleBody"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Refused"];
            403: components["responses"]["Refused"];
            404: components["responses"]["Refused"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Refused"];
            503: components["responses"]["Refused"];
        };
    };
    reviewQueue: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewQueue"];
                };
            };
            401: components["responses"]["Refused"];
            403: components["responses"]["Refused"];
            422: components["responses"]["Refused"];
            503: components["responses"]["Refused"];
        };
    };
    reviewReview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewView"];
                };
            };
            401: components["responses"]["Refused"];
            403: components["responses"]["Refused"];
            404: components["responses"]["Refused"];
            422: components["responses"]["Refused"];
            503: components["responses"]["Refused"];
        };
    };
    sessionGet: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            401: components["responses"]["Refused"];
            403: components["responses"]["Refused"];
            422: components["responses"]["Refused"];
            503: components["responses"]["Refused"];
        };
    };
    sessionLogIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LogIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            401: components["responses"]["Refused"];
            403: components["responses"]["Refused"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Refused"];
            503: components["responses"]["Refused"];
        };
    };
    sessionLogOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Refused"];
            403: components["responses"]["Refused"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Refused"];
            503: components["responses"]["Refused"];
        };
    };
    sessionLock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Refused"];
            403: components["responses"]["Refused"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Refused"];
            503: components["responses"]["Refused"];
        };
    };
    sessionUnlock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LogIn"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            401: components["responses"]["Refused"];
            403: components["responses"]["Refused"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Refused"];
            503: components["responses"]["Refused"];
        };
    };
    trailCheckpoint: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckpointView"];
                };
            };
            401: components["responses"]["Refused"];
            403: components["responses"]["Refused"];
            422: components["responses"]["Refused"];
            503: components["responses"]["Refused"];
        };
    };
    trailNote: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            401: components["responses"]["Refused"];
            403: components["responses"]["Refused"];
            422: components["responses"]["Refused"];
            503: components["responses"]["Refused"];
        };
    };
    trailBegin: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                requestId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EpochBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EpochView"];
                };
            };
            401: components["responses"]["Refused"];
            403: components["responses"]["Refused"];
            404: components["responses"]["Refused"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Refused"];
            503: components["responses"]["Refused"];
        };
    };
    trailChallenge: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EpochDraft"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChallengeView"];
                };
            };
            401: components["responses"]["Refused"];
            403: components["responses"]["Refused"];
            409: components["responses"]["Refused"];
            422: components["responses"]["Refused"];
            503: components["responses"]["Refused"];
        };
    };
    trailKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            401: components["responses"]["Refused"];
            403: components["responses"]["Refused"];
            422: components["responses"]["Refused"];
            503: components["responses"]["Refused"];
        };
    };
    workWork: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Work"];
                };
            };
            401: components["responses"]["Refused"];
            403: components["responses"]["Refused"];
            422: components["responses"]["Refused"];
            503: components["responses"]["Refused"];
        };
    };
}
