-- AlterEnum
ALTER TYPE "SourceFormat" ADD VALUE 'bundle';
