-- What waits for an address that takes nothing, and what was tried there lately, is asked for with each message to it.
-- CreateIndex
CREATE INDEX "WebhookDelivery_webhookId_state_triedAt_idx" ON "WebhookDelivery"("webhookId", "state", "triedAt");
